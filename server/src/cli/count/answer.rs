//! The answer: JSON for programs, lines for people. Amounts are in the file's currency, exact fractions as `7200/43`.

use std::fmt::Write as _;

use domain::{
    count::{Allocation, Award, Certificate, Fraction, Payment, ProjectIndex, Shortage, Tie, Why},
    euro::Euro,
    pabulib::{is_hidden, labels},
};
use serde_json::{Value, json};

use super::{FileCount, options::Tiebreak};

/// An answer on a line of its own. What a terminal would obey or hide in an id is escaped, which JSON reads back.
pub fn line(answer: &Value) -> String {
    let mut line = String::new();
    for sign in answer.to_string().chars() {
        if is_hidden(sign) {
            let mut units = [0; 2];
            for unit in sign.encode_utf16(&mut units) {
                let _ = write!(line, "\\u{unit:04x}");
            }
        } else {
            line.push(sign);
        }
    }
    line.push('\n');
    line
}

/// One JSON object.
pub fn json(counted: &FileCount<'_>) -> Value {
    let winners: Vec<&str> = counted
        .winners
        .iter()
        .map(|&project| counted.id(project))
        .collect();
    let mut answer = json!({
        "winners": winners,
        "total_cost": counted.total().decimal(),
        "rule": rule(counted),
        "voters": counted.voters(),
        "budget": counted.file.election.budget.decimal(),
    });
    if counted.options.trace
        && let Some(allocation) = &counted.allocation
    {
        answer["trace"] = trace(counted, allocation);
    }
    if let Some(certificate) = &counted.certificate {
        answer["certificate"] = certificate_json(counted, certificate);
    }
    answer
}

fn rule(counted: &FileCount<'_>) -> Value {
    let mut rule = json!(counted.rule);
    if let Some(step) = rule.get("step").and_then(Value::as_u64) {
        rule["step"] = Euro::cents(step).decimal().into();
    }
    rule["ties"] = match &counted.options.ties {
        Tiebreak::Id => "id".into(),
        Tiebreak::CostVotesId => "cost-votes-id".into(),
        Tiebreak::Lot(seed) => format!("lot:{seed}").into(),
    };
    rule
}

/// An exact amount of cents in the currency.
fn currency(cents: &Fraction) -> String {
    cents.part(100).unwrap_or_default().to_string()
}

fn trace(counted: &FileCount<'_>, allocation: &Allocation<ProjectIndex>) -> Value {
    let shares = allocation.shares.as_ref().map(|shares| {
        json!({
            "start": currency(&shares.start),
            "last": currency(&shares.last),
            "end": shares.end,
            "replaced_by_votes": shares.is_replaced,
        })
    });
    let fared = |is_won: bool| -> Vec<Value> {
        let awards = allocation
            .awards
            .iter()
            .filter(|award| award.is_won() == is_won);
        awards.map(|award| award_json(counted, award)).collect()
    };
    json!({ "shares": shares, "rounds": fared(true), "losers": fared(false), "left": allocation.left.decimal() })
}

fn award_json(counted: &FileCount<'_>, award: &Award<ProjectIndex>) -> Value {
    let mut fared = json!({
        "project": counted.id(award.id),
        "cost": award.cost.decimal(),
        "votes": award.votes,
        "points": award.points,
        "granted": award.granted.decimal(),
        "tie": award.tie.map(|tie| match tie {
            Tie::Cost => "cost",
            Tie::Votes => "votes",
            Tie::Lot => "last",
        }),
    });
    let (why, more) = why(&award.why);
    fared["why"] = why.into();
    if let (Value::Object(fared), Value::Object(more)) = (&mut fared, more) {
        fared.extend(more);
    }
    fared
}

fn why(why: &Why) -> (&'static str, Value) {
    match why {
        Why::Fits { left } => ("fits", json!({ "left": left.decimal() })),
        Why::Partly { left } => ("partly", json!({ "left": left.decimal() })),
        Why::Paid(payment) => ("paid", payment_json(payment)),
        Why::TopUp { left, shortage } => {
            let mut more = shortage.as_ref().map_or_else(|| json!({}), shortage_json);
            more["left"] = left.decimal().into();
            ("top-up", more)
        }
        Why::Load { load } => ("load", json!({ "load": currency(load) })),
        Why::Short { left, short, more } => (
            "short",
            json!({ "left": left.decimal(), "short": short.decimal(), "more": more }),
        ),
        Why::Stopped { more } => ("stopped", json!({ "more": more })),
        Why::Poor(shortage) => ("poor", shortage_json(shortage)),
        Why::NotReached => ("not-reached", json!({})),
        Why::NoVotes => ("no-votes", json!({})),
        Why::TooDear { short } => ("too-dear", json!({ "short": short.decimal() })),
        Why::TooFewVotes { needed } => ("too-few-votes", json!({ "needed": needed })),
    }
}

fn payment_json(payment: &Payment) -> Value {
    json!({
        "price_full_payer": currency(&payment.price),
        "effective_votes": payment.effective_votes,
        "full_payers": payment.full,
        "partial_payers": payment.partial,
        "broke_supporters": payment.broke,
        "money_behind": currency(&payment.money),
        "tied": payment.tied,
    })
}

fn shortage_json(shortage: &Shortage) -> Value {
    json!({
        "start_money": currency(&shortage.start),
        "left_at_end": currency(&shortage.left),
        "short": currency(&shortage.short),
        "more": shortage.more,
        "effective_support_pct": shortage.support,
    })
}

fn certificate_json(counted: &FileCount<'_>, certificate: &Certificate) -> Value {
    let bought: Vec<Value> = certificate
        .bought
        .iter()
        .map(|purchase| json!({ "project": counted.id(purchase.project), "rate": rate(counted, &purchase.rate) }))
        .collect();
    let ballots = counted
        .file
        .election
        .ballots
        .iter()
        .zip(&certificate.payments);
    let payments: Vec<Value> = ballots
        .map(|(ballot, paid)| {
            let choices: Vec<&str> = ballot.choices.iter().map(|&project| counted.id(project)).collect();
            let paid: Vec<(&str, String)> = paid
                .iter()
                .map(|(at, amount)| (counted.id(certificate.bought[*at as usize].project), currency(amount)))
                .collect();
            json!({ "choices": choices, "points": ballot.points, "voters": ballot.count, "paid": paid })
        })
        .collect();
    json!({ "share": currency(&certificate.share), "bought": bought, "payments": payments })
}

/// What one unit of utility cost: where that is a cent of the project's own cost, a plain number, else an amount.
fn rate(counted: &FileCount<'_>, rate: &Fraction) -> String {
    if counted.rule.utility().is_per_cost() {
        rate.to_string()
    } else {
        currency(rate)
    }
}

/// Lines for people.
pub fn text(counted: &FileCount<'_>) -> String {
    let file = counted.file;
    let mut text = format!(
        "{} voters, {} projects, budget {}\n",
        counted.voters(),
        file.ids.len(),
        file.election.budget.decimal()
    );
    let Some(allocation) = &counted.allocation else {
        return text;
    };
    if let Some(shares) = &allocation.shares {
        let _ = writeln!(
            text,
            "share of a voter: {}, at last {}",
            currency(&shares.start),
            currency(&shares.last)
        );
    }
    let labels = labels(&file.ids);
    for award in &allocation.awards {
        let mark = if award.is_won() { "won " } else { "    " };
        let points = if award.points == award.votes {
            String::new()
        } else {
            format!("  {} points", award.points)
        };
        let _ = writeln!(
            text,
            "{mark} {:>8} votes{points}  {:>14}  {}  ({})",
            award.votes,
            award.cost.decimal(),
            labels[award.id as usize],
            why(&award.why).0,
        );
    }
    let _ = writeln!(
        text,
        "spent: {}, left: {}",
        allocation.spent().decimal(),
        allocation.left.decimal()
    );
    text
}
