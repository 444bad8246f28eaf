//! A round before anybody but staff sees it: said to be ready for the clock, or thrown away.

use domain::{
    access::{ManageRound, Permit},
    audit::Event,
    id::RoundId,
    phase::{Missing, Phase, Step, StepRefused, missing},
    round::Millis,
};

use crate::{Refusal, Result, Store, phases::load_facts};

impl Store {
    /// Says that a draft is ready: from now on it begins by itself at its first minute.
    ///
    /// # Errors
    /// [`Refusal::Step`] with what is missing, a first date that has passed among it; [`Refusal::Phase`] unless a draft.
    pub async fn ready_round(
        &self,
        permit: &Permit<ManageRound>,
        id: RoundId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        if round.phase != Phase::Draft {
            return Err(Refusal::Phase.into());
        }
        let facts = load_facts(tx.conn(), &round, now).await?;
        let mut lacking = missing(Step::OpenProposing, &facts);
        if lacking.is_empty() && facts.is_due {
            lacking.push(Missing::PastDates(1));
        }
        if !lacking.is_empty() {
            return Err(StepRefused::Missing(lacking).into());
        }
        sqlx::query("UPDATE round SET ready_at = $1 WHERE id = $2")
            .bind(now)
            .bind(id.to_string())
            .execute(tx.conn())
            .await?;
        tx.log(permit.by(), &Event::RoundReadied { round: id }, now)
            .await?;
        tx.commit().await
    }

    /// Throws a draft away: nobody else has seen it.
    ///
    /// # Errors
    /// [`Refusal::Phase`] once residents have seen the round.
    pub async fn discard_round(
        &self,
        permit: &Permit<ManageRound>,
        id: RoundId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        if round.phase != Phase::Draft {
            return Err(Refusal::Phase.into());
        }
        for sql in [
            "DELETE FROM round_wijk WHERE round_id = $1",
            "DELETE FROM round WHERE id = $1",
        ] {
            sqlx::query(sql)
                .bind(id.to_string())
                .execute(tx.conn())
                .await?;
        }
        tx.log(permit.by(), &Event::RoundDiscarded { round: id }, now)
            .await?;
        tx.commit().await
    }
}
