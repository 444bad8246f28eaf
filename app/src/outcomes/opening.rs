//! How the money of a wijk was divided, in three short sentences with the count's own numbers.

use domain::{
    count::{Allocation, CountingRule, Fraction, ShareEnd, Shares},
    euro::Euro,
};

use super::words::join;
use crate::web::texts::{cents, money, t, tf, tn};

/// The opening of a wijk's outcome.
pub fn opening(allocation: &Allocation) -> String {
    match &allocation.shares {
        Some(_) if allocation.voters == 0 => t("outcomes.share.nobody"),
        Some(shares) => divided(allocation, shares),
        None => how(&allocation.rule),
    }
}

/// How a rule works, in words.
pub fn how(rule: &CountingRule) -> String {
    let name = match rule.method.by_votes() {
        Some(by_votes) if by_votes.per_euro => "per_euro",
        Some(by_votes) => by_votes.order.name(),
        None => rule.method.name(),
    };
    t(&format!("outcomes.how.{name}"))
}

fn divided(allocation: &Allocation, shares: &Shares) -> String {
    let voters = tn("outcomes.voters", allocation.voters, &[]);
    let began = [
        ("budget", &*money(allocation.budget)),
        ("voters", &voters),
        ("share", &cents(&shares.start)),
    ];
    let replaced = if shares.is_replaced {
        t("outcomes.share.replaced")
    } else {
        String::new()
    };
    join(&[
        tf("outcomes.share.start", &began),
        grown(shares),
        dearest(allocation)
            .map(|job| people_for(job, &shares.last))
            .unwrap_or_default(),
        replaced,
    ])
}

/// What became of the share.
fn grown(shares: &Shares) -> String {
    let has_grown = shares.last > shares.start;
    let end = match (shares.end, has_grown) {
        (ShareEnd::Fixed, _) => "outcomes.share.fixed",
        (ShareEnd::Exhausted, true) => "outcomes.share.exhausted",
        (ShareEnd::Exhausted, false) => "outcomes.share.exhausted_at_once",
        (ShareEnd::Overspend, true) => "outcomes.share.overspend",
        (ShareEnd::Overspend, false) => "outcomes.share.overspend_at_once",
    };
    let growth = if has_grown {
        tf("outcomes.share.grew", &[("share", &cents(&shares.last))])
    } else {
        String::new()
    };
    join(&[growth, t(end)])
}

/// What the dearest idea costs among those there was money for.
fn dearest(allocation: &Allocation) -> Option<Euro> {
    let costs = allocation.awards.iter().map(|award| award.cost);
    costs.filter(|&cost| cost <= allocation.budget).max()
}

/// How many whole shares that takes.
fn people_for(job: Euro, share: &Fraction) -> String {
    Fraction::whole(job.as_cents().into())
        .over(share)
        .map(|people| {
            tn(
                "outcomes.share.need",
                people.ceil(),
                &[("cost", &money(job))],
            )
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::count::{Award, Completion, Order, Why};

    use super::*;
    use crate::web::texts::{Lang, speak};

    fn allocation(end: ShareEnd, last: &str, is_replaced: bool) -> Allocation {
        Allocation {
            rule: CountingRule::equal_shares(Completion::Add1u),
            budget: Euro::whole(85_000),
            voters: 300,
            shares: Some(Shares {
                start: "85000/3".parse().unwrap(),
                last: last.parse().unwrap(),
                end,
                is_replaced,
            }),
            awards: [17_000, 12_000, 90_000].map(loser).to_vec(),
            left: Euro::ZERO,
        }
    }

    fn loser(cost: u64) -> Award {
        Award {
            id: "0192b1a0-0000-7000-8000-000000000001".parse().unwrap(),
            cost: Euro::whole(cost),
            votes: 0,
            points: 0,
            granted: Euro::ZERO,
            places: 0,
            why: Why::NoVotes,
            tie: None,
        }
    }

    #[test]
    fn share_and_voters_for_the_dearest_job_come_from_the_count() {
        let fixed = opening(&allocation(ShareEnd::Fixed, "85000/3", false));
        assert_eq!(
            fixed,
            "Er was €\u{a0}85.000 voor 300 stemmers. Iedereen begon met een deel van €\u{a0}283,33. \
             Dat deel bleef de hele telling gelijk. \
             Voor een idee van €\u{a0}17.000 waren ongeveer 60 mensen nodig die hun hele deel geven."
        );
        let english = speak(Lang::En, || {
            opening(&allocation(ShareEnd::Fixed, "85000/3", false))
        });
        assert_eq!(
            english,
            "There was €\u{a0}85,000 for 300 voters. Everybody began with a share of €\u{a0}283.33. \
             That share stayed the same during the whole count. \
             An idea of €\u{a0}17,000 took about 60 people who give their whole share."
        );
    }

    #[test]
    fn a_share_that_grew_says_how_far_and_why_no_further() {
        let overspend = opening(&allocation(ShareEnd::Overspend, "205050/3", false));
        assert!(
            overspend.contains(
                "Zo ging niet al het geld op. Daarom kreeg iedereen er op papier steeds iets bij, tot €\u{a0}683,50. \
                 De banen kosten samen nooit meer dan het geld van de wijk. \
                 Met nog meer kostten de banen samen meer dan er was. \
                 Voor een idee van €\u{a0}17.000 waren ongeveer 25 mensen nodig"
            ),
            "{overspend}"
        );
        let exhausted = opening(&allocation(ShareEnd::Exhausted, "205050/3", false));
        assert!(
            exhausted.contains("Toen kon er geen idee met stemmen meer bij."),
            "{exhausted}"
        );
        let at_once = opening(&allocation(ShareEnd::Exhausted, "85000/3", false));
        assert!(
            at_once.contains("Met dat deel kon er al geen idee met stemmen meer bij."),
            "{at_once}"
        );
        assert!(!at_once.contains("steeds"), "{at_once}");
    }

    #[test]
    fn an_outcome_that_was_replaced_says_so() {
        let replaced = opening(&allocation(ShareEnd::Fixed, "85000/3", true));
        assert!(
            replaced.ends_with(
                "Maar meer stemmers waren beter af met de meeste stemmen. \
                 Volgens de spelregels geldt dan die uitslag."
            ),
            "{replaced}"
        );
    }

    #[test]
    fn a_wijk_without_voters_has_nothing_to_divide() {
        let nobody = Allocation {
            voters: 0,
            ..allocation(ShareEnd::Fixed, "0", false)
        };
        assert_eq!(
            opening(&nobody),
            "Niemand koos een idee. Er was niets te verdelen."
        );
    }

    #[test]
    fn a_rule_by_votes_says_what_happens_when_a_job_does_not_fit() {
        let by_votes = |order| how(&CountingRule::by_votes(order));
        assert_eq!(
            by_votes(Order::Skip),
            "Het idee met de meeste stemmen ging voor. Wat niet paste, sloegen we over."
        );
        for order in [Order::Stop, Order::Divisible, Order::Partial] {
            assert_ne!(by_votes(order), by_votes(Order::Skip));
        }
    }
}
