//! Why a job won or did not, in words: every number comes from the count itself.

use domain::{
    count::{Award, Payment, Shortage, Tie, Why},
    euro::Euro,
};

use crate::web::texts::{cents, count, money, t, tf, tn};

/// How much may be told: among few ballots, who paid with whom would show who voted for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    All,
    Few,
}

/// The reason for one award.
pub fn reason(award: &Award, detail: Detail) -> String {
    let why = match &award.why {
        Why::Fits { left } => votes_and(award, "fits", &[("left", &money(*left))]),
        Why::Partly { left } => {
            let places = tn("outcomes.places", award.places.into(), &[]);
            let values = [("left", &*money(*left)), ("places", &places)];
            votes_and(award, "partly", &values)
        }
        Why::Paid(_) if detail == Detail::Few => votes_and(award, "paid_few", &[]),
        Why::Paid(payment) => paid(payment),
        Why::TopUp { left, shortage } => {
            let supporters = match shortage {
                Some(shortage) if detail == Detail::All => {
                    join(&[lacked(award, shortage), equalled(shortage)])
                }
                _ => votes_and(award, "votes", &[]),
            };
            join(&[
                supporters,
                tf("outcomes.why.top_up", &[("left", &money(*left))]),
            ])
        }
        Why::Load { .. } if detail == Detail::Few => votes_and(award, "load_few", &[]),
        Why::Load { load } => votes_and(award, "load", &[("load", &cents(load))]),
        Why::Short { left, short, more } => {
            let values = [("left", &*money(*left)), ("short", &money(*short))];
            join(&[votes_and(award, "short", &values), needed(*more)])
        }
        Why::Stopped { more } => join(&[votes_and(award, "stopped", &[]), needed(*more)]),
        Why::Poor(_) if detail == Detail::Few => votes_and(award, "poor_few", &[]),
        Why::Poor(shortage) => poor(award, shortage),
        Why::NotReached => votes_and(award, "not_reached", &[]),
        Why::NoVotes => t("outcomes.why.no_votes"),
        Why::TooDear { short } => tf("outcomes.why.too_dear", &[("short", &money(*short))]),
        Why::TooFewVotes { needed } => {
            let needed = tn("outcomes.votes", *needed, &[]);
            votes_and(award, "too_few", &[("needed", &needed)])
        }
    };
    join(&[why, award.tie.map(tie).unwrap_or_default()])
}

fn tie(tie: Tie) -> String {
    t(match tie {
        Tie::Cost => "outcomes.tie.cost",
        Tie::Votes => "outcomes.tie.votes",
        Tie::Lot => "outcomes.tie.lot",
    })
}

/// A sentence that begins with how many votes there were.
fn votes_and(award: &Award, why: &str, more: &[(&str, &str)]) -> String {
    let votes = tn("outcomes.votes", award.votes, &[]);
    let cost = money(award.cost);
    let mut values = vec![("votes", &*votes), ("cost", &cost)];
    values.extend(more);
    tf(&format!("outcomes.why.{why}"), &values)
}

/// How the supporters of a winner paid for it.
fn paid(payment: &Payment) -> String {
    let price = cents(&payment.price);
    let (part, broke) = (payment.partial, payment.broke);
    let all = tn("outcomes.people", payment.full + part + broke, &[]);
    let key = if part + broke == 0 {
        "paid"
    } else {
        "paid_some"
    };
    let values = [("price", &*price), ("all", &all)];
    let full = tn(&format!("outcomes.why.{key}"), payment.full, &values);
    let some = |key: &str, people: u64| {
        if people == 0 {
            String::new()
        } else {
            tn(key, people, &[])
        }
    };
    join(&[
        full,
        some("outcomes.why.paid_part", part),
        some("outcomes.why.paid_nothing", broke),
    ])
}

/// What the supporters of a loser lacked.
fn poor(award: &Award, shortage: &Shortage) -> String {
    let shares = shortage
        .more
        .map(|shares| tn("outcomes.why.shares", shares, &[]));
    join(&[
        lacked(award, shortage),
        shares.unwrap_or_default(),
        equalled(shortage),
    ])
}

fn equalled(shortage: &Shortage) -> String {
    if has_equalled(shortage) {
        t("outcomes.why.equalled")
    } else {
        String::new()
    }
}

/// A loser whose supporters could have paid for it at a winner's price was as good as that winner.
pub const fn has_equalled(shortage: &Shortage) -> bool {
    shortage.support >= 100
}

/// What supporters gave to other jobs, had left, and were short.
fn lacked(award: &Award, shortage: &Shortage) -> String {
    let spent = &shortage.start - &shortage.left;
    let values = [
        ("spent", &*cents(&spent)),
        ("left", &cents(&shortage.left)),
        ("short", &money(Euro::cents(shortage.short.ceil()))),
    ];
    let has_spent = spent.floor() > 0;
    let key = if has_spent { "poor_spent" } else { "poor" };
    tn(&format!("outcomes.why.{key}"), award.votes, &values)
}

fn needed(more: Option<u64>) -> String {
    more.map(|more| tn("outcomes.why.needed", more, &[]))
        .unwrap_or_default()
}

/// How many of its places a job gets or asks: `2 van de 3 plekken` where it gets only some.
pub fn places(award: &Award, asked: u64) -> String {
    let granted = u64::from(award.places);
    if award.is_won() && granted < asked {
        let values = [("granted", &*count(granted))];
        return tn("outcomes.places_of", asked, &values);
    }
    tn("outcomes.places", asked, &[])
}

/// Sentences one after another, without the empty ones.
pub fn join(sentences: &[String]) -> String {
    let said: Vec<&str> = sentences
        .iter()
        .map(String::as_str)
        .filter(|sentence| !sentence.is_empty())
        .collect();
    said.join(" ")
}

#[cfg(test)]
mod tests;
