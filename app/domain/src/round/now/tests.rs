use super::*;
use crate::{
    count::CountingRule,
    euro::Euro,
    id::RoundId,
    round::{CostBasis, Settings},
};

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;

/// A round in `phase` whose phases are planned a day apart, the first on day 1.
fn round(phase: Phase) -> Round {
    Round {
        id: RoundId::new(uuid::Uuid::from_u128(1)),
        title: "Wijkbanen 2027".into(),
        phase,
        settings: Settings {
            cap: Euro::whole(17_000),
            cost_basis: CostBasis::OnTopOfBenefit,
            max_choices: 3,
            min_age: 14,
            schedule: Phase::SCHEDULED
                .iter()
                .map(|&phase| (phase, start(phase)))
                .collect(),
            counting: CountingRule::default(),
            cards: crate::ballot_box::Quorum::default(),
            trial: false,
        },
        wijken: vec![],
        rules_hash: None,
    }
}

/// When a scheduled phase is planned to begin.
fn start(phase: Phase) -> Millis {
    let day = Phase::SCHEDULED.iter().position(|&p| p == phase).unwrap() + 1;
    Millis::try_from(day).unwrap() * 24 * HOUR
}

/// The phases that end at a set minute, with the phase that begins then.
fn ending() -> impl Iterator<Item = (Phase, Phase)> {
    let before = |next| {
        Phase::ALL
            .iter()
            .find(move |phase| phase.next() == Some(next))
    };
    Phase::SCHEDULED
        .iter()
        .map(move |&next| (*before(next).unwrap(), next))
}

#[test]
fn no_phase_promises_a_minute_that_has_passed() {
    for &phase in Phase::ALL {
        let round = round(phase);
        for now in (0..10 * 24).map(|hour| hour * HOUR) {
            let what = what_now(&round, now);
            assert!(
                what.until.is_none_or(|until| now < until),
                "{phase} at {now}"
            );
            assert!(
                what.closed.is_none_or(|closed| closed <= now),
                "{phase} at {now}"
            );
            assert!(!(what.is_late && what.until.is_some()), "{phase} at {now}");
        }
    }
}

#[test]
fn a_phase_promises_its_end_until_the_very_minute() {
    for (phase, next) in ending() {
        let (round, end) = (round(phase), start(next));
        assert_eq!(what_now(&round, end - 1).until, Some(end), "{phase}");
        assert_eq!(what_now(&round, end).until, None, "{phase}");
    }
}

#[test]
fn a_phase_that_waits_for_people_is_late_ten_minutes_past_its_end() {
    for (phase, next) in ending().filter(|(phase, _)| *phase != Phase::Voting) {
        let (round, end) = (round(phase), start(next));
        assert!(!what_now(&round, end + GRACE - 1).is_late, "{phase}");
        assert!(what_now(&round, end + GRACE).is_late, "{phase}");
    }
}

#[test]
fn a_phase_without_a_set_end_promises_nothing_and_is_never_late() {
    let is_ending = |phase| ending().any(|(before, _)| before == phase);
    for &phase in Phase::ALL.iter().filter(|&&phase| !is_ending(phase)) {
        for now in [0, start(Phase::Council) - 1, start(Phase::Council) + HOUR] {
            let what = what_now(&round(phase), now);
            assert_eq!((what.until, what.is_late), (None, false), "{phase}");
        }
    }
}

#[test]
fn the_box_is_open_then_in_its_grace_then_shut_without_any_tick() {
    let (round, closing) = (round(Phase::Voting), start(Phase::Closed));
    let at = |now| {
        let what = what_now(&round, now);
        (what.doing, what.until, what.closed, what.is_late)
    };
    assert_eq!(at(closing - 1), (Doing::Vote, Some(closing), None, false));
    let shut = Some(closing);
    assert_eq!(at(closing), (Doing::FinishVoting, None, shut, false));
    assert_eq!(
        at(closing + GRACE - 1),
        (Doing::FinishVoting, None, shut, false)
    );
    assert_eq!(at(closing + GRACE), (Doing::AwaitCount, None, shut, false));
    assert_eq!(
        at(closing + 9 * HOUR),
        (Doing::AwaitCount, None, shut, false)
    );
}

#[test]
fn a_closed_box_tells_when_it_closed_until_it_is_counted() {
    let closing = start(Phase::Closed);
    let now = closing + HOUR;
    assert_eq!(what_now(&round(Phase::Closed), now).closed, Some(closing));
    assert_eq!(what_now(&round(Phase::Counted), now).closed, None);
}

#[test]
fn a_phase_that_began_shows_when_it_did_and_not_when_it_should() {
    // The council decided long before the day that was planned for it.
    let round = round(Phase::Delivery);
    let (sent, now) = (start(Phase::Closed) + HOUR, start(Phase::Closed) + 2 * HOUR);
    let began = [(Phase::Council, sent)].into();
    assert_eq!(
        beginning(&round, Phase::Council, &began, now),
        Beginning::Was(sent)
    );
    assert_eq!(
        beginning(&round, Phase::Voting, &began, now),
        Beginning::Unknown
    );
}

#[test]
fn a_phase_to_come_shows_its_day_until_that_has_passed() {
    let (round, began) = (round(Phase::Checking), BTreeMap::new());
    let voting = start(Phase::Voting);
    let at = |now| beginning(&round, Phase::Voting, &began, now);
    assert_eq!(at(voting - 1), Beginning::Planned(voting));
    assert_eq!(at(voting + GRACE - 1), Beginning::Unknown);
    assert_eq!(at(voting + GRACE), Beginning::Late);
    assert_eq!(
        beginning(&round, Phase::Delivery, &began, voting),
        Beginning::Unknown
    );
}
