//! The key of a box and the cards that open it (app/domain/src/ballot_box/README.md#the-cards).
//!
//! The cards leave this module once, to be shown and printed; only their holders are stored.

use domain::{
    access::{KeepBoxKey, Permit},
    audit::Event,
    ballot_box::{BoxKey, BoxSeed, BoxTag, CardHolders, KeyCard, PrivateKey, RoundSecret, seal_to},
    id::RoundId,
    round::Millis,
};

use super::keys::Keys;
use crate::{
    Refusal, Result, Store, StoreError, Tx,
    row::{Read as _, entropy},
};

/// A card as the store knows it: who keeps it, and nothing of what is on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCard {
    /// Its number, from 1.
    pub number: u8,
    /// The organisation or function that keeps it.
    pub holder: String,
    /// Whether it was shown, to be printed.
    pub is_shown: bool,
}

/// A box that opens with cards, as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedBox {
    /// The round.
    pub round: RoundId,
    /// Its name.
    pub title: String,
    /// How many cards open it.
    pub needed: u8,
    /// Who keeps a card, in the order of the cards.
    pub holders: Vec<String>,
}

impl Store {
    /// Makes the key of a round's ballot box and the round secret. The cards are given once and kept nowhere.
    ///
    /// # Errors
    /// [`Refusal::Done`] once letters were issued under the present key; [`Refusal::Phase`] while settings change or once
    /// voting opened; [`Refusal::State`] when the holders are for another number of cards than the round has.
    pub async fn make_box_key(
        &self,
        permit: &Permit<KeepBoxKey>,
        round: RoundId,
        holders: &CardHolders,
        now: Millis,
    ) -> Result<Vec<KeyCard>> {
        let seed = BoxSeed::from_entropy(entropy()?);
        let cards = KeyCard::make(&seed, holders.quorum(), round, entropy)?;
        let secret = RoundSecret::from_bytes(entropy()?);
        let mut tx = self.write().await?;
        tx.insert_box_key(permit, round, &seed, &secret, holders, now)
            .await?;
        tx.commit().await?;
        Ok(cards)
    }

    /// Notes that a card is shown now: it is not shown again.
    ///
    /// # Errors
    /// [`Refusal::Done`] when it was shown before, [`Refusal::Card`] when the key was made anew since.
    pub async fn show_card(
        &self,
        permit: &Permit<KeepBoxKey>,
        round: RoundId,
        card: &KeyCard,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.show_card(permit, round, card, now).await?;
        tx.commit().await
    }

    /// Opens a test ballot and a test link with the cards; without this the round cannot open.
    ///
    /// # Errors
    /// [`Refusal::Card`] when the cards do not fit, [`Refusal::State`] before every card was shown.
    pub async fn rehearse(
        &self,
        permit: &Permit<KeepBoxKey>,
        round: RoundId,
        seed: &BoxSeed,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.rehearse(permit, round, seed, now).await?;
        tx.commit().await
    }

    /// The cards of a box, in order; none before its key is made.
    ///
    /// # Errors
    /// The database's.
    pub async fn key_cards(&self, round: RoundId) -> Result<Vec<StoredCard>> {
        load_cards(&mut *self.reader().acquire().await?, round).await
    }

    /// By which a card of a round's box is known.
    ///
    /// # Errors
    /// [`Refusal::Phase`] before its key is made.
    pub async fn box_tag(&self, round: RoundId) -> Result<BoxTag> {
        let master = self.master()?;
        let keys = Keys::load(&mut *self.reader().acquire().await?, round, &master).await?;
        Ok(BoxTag::of(round, &keys.box_key, &keys.link_key))
    }

    /// The boxes that wait to be opened with cards, the newest round first.
    ///
    /// # Errors
    /// The database's.
    pub async fn locked_boxes(&self) -> Result<Vec<LockedBox>> {
        let mut boxes = Vec::new();
        for round in self.rounds(false).await? {
            if round.phase.is_over() || round.phase.shows_tally() {
                continue;
            }
            let cards = self.key_cards(round.id).await?;
            if !cards.is_empty() {
                boxes.push(LockedBox {
                    round: round.id,
                    title: round.title,
                    needed: round.settings.cards.needed(),
                    holders: cards.into_iter().map(|card| card.holder).collect(),
                });
            }
        }
        Ok(boxes)
    }
}

impl Tx {
    pub(crate) async fn insert_box_key<A>(
        &mut self,
        permit: &Permit<A>,
        round: RoundId,
        seed: &BoxSeed,
        secret: &RoundSecret,
        holders: &CardHolders,
        now: Millis,
    ) -> Result<()> {
        let found = self.round_for(permit, round).await?;
        if !found.phase.takes_box_key() {
            return Err(Refusal::Phase.into());
        }
        let quorum = found.settings.cards;
        if holders.quorum() != quorum {
            return Err(Refusal::State.into());
        }
        let issued = sqlx::query("SELECT seal FROM seal WHERE round_id = $1 LIMIT 1")
            .bind(round.to_string())
            .fetch_optional(self.conn())
            .await?;
        if issued.is_some() {
            return Err(Refusal::Done.into());
        }
        let master = self.master()?;
        let wrapped = master.wrap(secret, entropy()?).ok_or(StoreError::Locking)?;
        let public = (seed.box_key().public(), seed.link_key().public());
        let mark = Keys::new(public.0, public.1, wrapped.clone()).mark(round, &master);
        sqlx::query(
            "UPDATE round SET box_key = $1, link_key = $2, box_secret = $3, key_mark = $4, rehearsed_at = NULL
             WHERE id = $5",
        )
        .bind(public.0.to_string())
        .bind(public.1.to_string())
        .bind(wrapped)
        .bind(mark.to_string())
        .bind(round.to_string())
        .execute(self.conn())
        .await?;
        self.insert_cards(round, holders).await?;
        let event = Event::BoxKeyMade {
            round,
            key: public.0.to_string(),
            needed: quorum.needed(),
            total: quorum.total(),
            holders: holders.names().to_vec(),
        };
        self.log(permit.by(), &event, now).await
    }

    /// In the place of those of an earlier key.
    async fn insert_cards(&mut self, round: RoundId, holders: &CardHolders) -> Result<()> {
        sqlx::query("DELETE FROM key_card WHERE round_id = $1")
            .bind(round.to_string())
            .execute(self.conn())
            .await?;
        for (number, holder) in (1_i64..).zip(holders.names()) {
            sqlx::query(
                "INSERT INTO key_card (round_id, number, holder, is_shown) VALUES ($1, $2, $3, 0)",
            )
            .bind(round.to_string())
            .bind(number)
            .bind(holder)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    pub(crate) async fn show_card<A>(
        &mut self,
        permit: &Permit<A>,
        round: RoundId,
        card: &KeyCard,
        now: Millis,
    ) -> Result<()> {
        self.round_for(permit, round).await?;
        let master = self.master()?;
        let keys = Keys::load(self.conn(), round, &master).await?;
        if card.tag() != BoxTag::of(round, &keys.box_key, &keys.link_key) {
            return Err(Refusal::Card.into());
        }
        let card = card.index();
        let cards = load_cards(self.conn(), round).await?;
        let found = cards.iter().find(|stored| stored.number == card);
        if found.ok_or(StoreError::NotFound)?.is_shown {
            return Err(Refusal::Done.into());
        }
        sqlx::query("UPDATE key_card SET is_shown = 1 WHERE round_id = $1 AND number = $2")
            .bind(round.to_string())
            .bind(i64::from(card))
            .execute(self.conn())
            .await?;
        self.log(permit.by(), &Event::CardShown { round, card }, now)
            .await
    }

    pub(crate) async fn rehearse<A>(
        &mut self,
        permit: &Permit<A>,
        round: RoundId,
        seed: &BoxSeed,
        now: Millis,
    ) -> Result<()> {
        self.round_for(permit, round).await?;
        let master = self.master()?;
        let keys = Keys::load(self.conn(), round, &master).await?;
        // A card that nobody has is missed only when it is needed.
        let cards = load_cards(self.conn(), round).await?;
        if cards.iter().any(|card| !card.is_shown) {
            return Err(Refusal::State.into());
        }
        // A test ballot and a test link.
        opens(&seed.box_key(), &keys.box_key)?;
        opens(&seed.link_key(), &keys.link_key)?;
        sqlx::query("UPDATE round SET rehearsed_at = $1 WHERE id = $2")
            .bind(now)
            .bind(round.to_string())
            .execute(self.conn())
            .await?;
        self.log(permit.by(), &Event::BoxRehearsed { round }, now)
            .await
    }
}

async fn load_cards(
    connection: &mut sqlx::AnyConnection,
    round: RoundId,
) -> Result<Vec<StoredCard>> {
    let rows = sqlx::query(
        "SELECT number, holder, is_shown FROM key_card WHERE round_id = $1 ORDER BY number",
    )
    .bind(round.to_string())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(StoredCard {
                number: row.number("number")?,
                holder: row.text("holder")?,
                is_shown: row.int("is_shown")? == 1,
            })
        })
        .collect()
}

/// Whether a private key opens what its public half seals, tried on a test envelope.
fn opens(private: &PrivateKey, public: &BoxKey) -> Result<()> {
    let test = entropy::<32>()?;
    let sealed = seal_to(public, &test, entropy()?).map_err(|_| Refusal::Card)?;
    if private.open(&sealed).as_deref() == Some(test.as_slice()) {
        Ok(())
    } else {
        Err(Refusal::Card.into())
    }
}
