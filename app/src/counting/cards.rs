//! Key cards in a form: typed row by row, checked, and never sent back.
//!
//! A row that was right is held by the server for ten minutes, and the page says only that it is there: who mistypes one
//! row of ten does not type the other nine again.

use domain::{
    ballot_box::{BoxSeed, CARD_ROWS, CardFault, CardRow, CardsRefused, KeyCard, Misread},
    fault::{Fault, Faults, What},
    round::Round,
    text::TextFault,
};
use leptos::prelude::*;
use store::{Refusal, StoreError};
use zeroize::Zeroizing;

use crate::{
    ui::{FieldGroup, Icon, IconName, Label, TextField, TextKind},
    web::{
        cards::TypedRows,
        context::Ctx,
        error::AppError,
        form::Form,
        held::Whose,
        texts::{t, tf, tn},
    },
};

/// Which rows of which cards are held already.
pub struct Typing(Vec<[bool; CARD_ROWS]>);

impl Typing {
    /// How far somebody is with the cards of a round.
    pub fn of(ctx: &Ctx, round: &Round) -> Self {
        let held = whose(ctx, round).and_then(|whose| {
            let is_there =
                |rows: &[Option<CardRow>; CARD_ROWS]| rows.each_ref().map(Option::is_some);
            let typed = &ctx.app.cards.typed;
            typed.with(whose, ctx.now(), |cards| {
                cards.iter().map(is_there).collect()
            })
        });
        let mut held: Vec<_> = held.unwrap_or_default();
        held.resize(needed(round), [false; CARD_ROWS]);
        Self(held)
    }
}

/// The fields for as many cards as open the box, one a row. They never have a value.
pub fn fields(form: &Form, Typing(held): &Typing) -> impl IntoView + use<> {
    let cards = (1..).zip(held).map(|(card, rows)| {
        let name = card_field(card);
        let legend = tf("rounds.cards.card", &[("n", &card.to_string())]);
        let fields = (1..).zip(rows).map(|(row, is_held)| field(form, card, row, *is_held));
        let fields = fields.collect_view();
        view! { <FieldGroup label=Label::new(name.clone(), legend).with_error(form.error(&name))>{fields}</FieldGroup> }
    });
    let any = held.iter().flatten().any(|is_held| *is_held);
    view! {
        <p>{tn("rounds.cards.how_many", held.len() as u64, &[])} " " {t("rounds.cards.scan")}</p>
        {any.then(|| view! { <p>{t("rounds.cards.held")}</p> })}
        {cards.collect_view()}
    }
}

fn field(form: &Form, card: usize, row: u8, is_held: bool) -> AnyView {
    let name = row_field(card, row);
    let number = row.to_string();
    if is_held {
        let right = tf("rounds.cards.row_held", &[("n", &number)]);
        return view! { <p class="wb-card-row" id=name><Icon name=IconName::CheckRound/> <span>{right}</span></p> }.into_any();
    }
    let label = Label::new(name.clone(), tf("rounds.cards.row", &[("n", &number)]))
        .with_error(form.error(&name));
    view! { <TextField label=label kind=TextKind::Code autocomplete="off"/> }.into_any()
}

/// The name of a field in the list of what is wrong.
pub fn label(field: &str) -> Option<String> {
    let mut parts = field.strip_prefix("card_")?.split("_row_");
    let card = parts.next()?;
    Some(match parts.next() {
        Some(row) => tf("rounds.cards.card_row", &[("card", card), ("row", row)]),
        None => tf("rounds.cards.card", &[("n", card)]),
    })
}

/// The seed behind the cards of a form, together with what was typed right before; then nothing of it is held any longer.
///
/// # Errors
/// What is wrong, at the row or the card that it concerns. Whatever was right is held.
pub async fn typed(ctx: &Ctx, round: &Round, form: &Form) -> Result<BoxSeed, StoreError> {
    let tag = ctx.app.store.box_tag(round.id).await?;
    let whose = whose(ctx, round).ok_or(StoreError::NotFound)?;
    let held = &ctx.app.cards.typed;
    let mut typed = held.take(whose, ctx.now()).unwrap_or_default();
    typed.resize_with(needed(round), Default::default);
    let joined = read(form, &mut typed).and_then(|cards| {
        KeyCard::join(&cards, tag, round.settings.cards)
            .map_err(|refused| wrong(refused, &mut typed))
    });
    joined.map_err(|faults| {
        held.put(whose, typed, ctx.now());
        faults.into()
    })
}

/// What went wrong with cards, in a form that no longer holds them.
pub fn faults(error: StoreError) -> Result<Form, AppError> {
    Ctx::faults(at_card(error), &Form::default())
}

/// Cards that open another box, as a fault at the first of them.
pub fn at_card(error: StoreError) -> StoreError {
    match error {
        StoreError::Refused(Refusal::Card) => {
            vec![Fault::at(card_field(1), What::WrongCards)].into()
        }
        other => other,
    }
}

/// Adds what the form has to what was typed before, and makes cards of it when nothing is missing.
fn read(form: &Form, typed: &mut TypedRows) -> Result<Vec<KeyCard>, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut cards = Vec::new();
    for (card, rows) in (1..).zip(typed.iter_mut()) {
        for ((row, text), number) in rows.iter_mut().zip(texts(form, card)).zip(1..) {
            let what = match CardRow::parse(&text, number) {
                Ok(read) => {
                    *row = Some(read);
                    continue;
                }
                Err(Misread::Empty) if row.is_some() => continue,
                Err(Misread::Empty) => What::Text(TextFault::Empty),
                Err(misread) => What::Row(misread),
            };
            *row = None;
            faults.note(&row_field(card, number), what);
        }
        let [Some(a), Some(b), Some(c), Some(d), Some(e)] = rows else {
            continue;
        };
        match KeyCard::of_rows(&[a.clone(), b.clone(), c.clone(), d.clone(), e.clone()]) {
            Ok(read) => cards.push(read),
            Err(fault) => {
                *rows = Default::default();
                faults.note(&card_field(card), What::Card(fault));
            }
        }
    }
    faults.or(cards)
}

/// What was typed in the rows of a card; a scanner puts the whole of it into the first.
fn texts(form: &Form, card: usize) -> [Zeroizing<String>; CARD_ROWS] {
    let mut number = 0;
    let rows = [(); CARD_ROWS].map(|()| {
        number += 1;
        Zeroizing::new(form.get(&row_field(card, number)).to_owned())
    });
    let [first, others @ ..] = &rows;
    let whole = CardRow::split(first);
    let is_whole = whole.iter().all(|row| !row.is_empty());
    if is_whole && others.iter().all(|row| row.is_empty()) {
        return whole;
    }
    rows
}

/// What is wrong with cards that were read well; they are to be typed again.
fn wrong(refused: CardsRefused, typed: &mut TypedRows) -> Vec<Fault> {
    let fault = |(place, fault): (usize, CardFault)| {
        if let Some(rows) = typed.get_mut(place) {
            *rows = Default::default();
        }
        Fault::at(card_field(place + 1), What::Card(fault))
    };
    match refused {
        CardsRefused::Wrong(faults) => faults.into_iter().map(fault).collect(),
        CardsRefused::TooFew { .. } => vec![Fault::at(card_field(1), What::WrongCards)],
    }
}

fn needed(round: &Round) -> usize {
    round.settings.cards.needed().into()
}

/// For whom cards and rows are held.
pub fn whose(ctx: &Ctx, round: &Round) -> Option<Whose> {
    Some((round.id, ctx.actor()?.person))
}

fn card_field(card: usize) -> String {
    format!("card_{card}")
}

fn row_field(card: usize, row: u8) -> String {
    format!("card_{card}_row_{row}")
}

#[cfg(test)]
mod tests;
