use super::*;
use crate::{
    ballot_box::Quorum,
    count::CountingRule,
    euro::Euro,
    id::RoundId,
    round::{CostBasis, Settings},
};

const DAY: Millis = 24 * 3_600_000;

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
                .copied()
                .zip((1..).map(|n| n * DAY))
                .collect(),
            counting: CountingRule::default(),
            cards: Quorum::default(),
            trial: false,
        },
        wijken: vec![],
        rules_hash: None,
    }
}

/// The round's dates with these phases moved by so many days.
fn moved(round: &Round, by: &[(Phase, Millis)]) -> Schedule {
    let mut schedule = round.settings.schedule.clone();
    for (phase, days) in by {
        *schedule.entry(*phase).or_default() += days * DAY;
    }
    schedule
}

fn try_move(
    phase: Phase,
    by: &[(Phase, Millis)],
    waits: bool,
    now: Millis,
) -> Result<(), Vec<MoveFault>> {
    let round = round(phase);
    may_move(&round, &moved(&round, by), waits, now)
}

#[test]
fn dates_move_freely_until_the_ballot_is_published() {
    let now = 2 * DAY + 1;
    let all = |days| {
        let ahead = [
            Phase::Checking,
            Phase::BallotPublished,
            Phase::Voting,
            Phase::Closed,
            Phase::Council,
        ];
        ahead.map(|phase| (phase, days))
    };
    assert_eq!(try_move(Phase::CoCreation, &all(30), false, now), Ok(()));
    let sooner = [
        (Phase::Council, -1),
        (Phase::Closed, -1),
        (Phase::Voting, -1),
    ];
    let order = try_move(Phase::CoCreation, &sooner, false, now);
    assert_eq!(order, Err(vec![(Phase::Voting, What::TooEarly)]));
    let begun = try_move(Phase::CoCreation, &[(Phase::Proposing, 1)], false, now);
    assert_eq!(begun, Err(vec![(Phase::Proposing, What::NotOffered)]));
}

#[test]
fn a_promised_vote_opens_and_closes_later_and_never_earlier() {
    let now = 4 * DAY + 1;
    let later = [(Phase::Voting, 1), (Phase::Closed, 1), (Phase::Council, 3)];
    assert_eq!(try_move(Phase::BallotPublished, &later, false, now), Ok(()));
    let half = moved(&round(Phase::BallotPublished), &[]);
    for phase in [Phase::Voting, Phase::Closed] {
        let mut earlier = half.clone();
        *earlier.entry(phase).or_default() -= 60_000;
        let round = round(Phase::BallotPublished);
        let refused = may_move(&round, &earlier, false, now);
        assert_eq!(refused, Err(vec![(phase, What::EarlierThanPromised)]));
    }
}

#[test]
fn no_date_moves_into_the_past_or_past_the_next() {
    let now = 5 * DAY + 1;
    let past = try_move(Phase::BallotPublished, &[], true, now);
    assert_eq!(past, Err(vec![(Phase::Voting, What::Past)]));
    let order = try_move(Phase::BallotPublished, &[(Phase::Voting, 1)], true, now);
    assert_eq!(order, Err(vec![(Phase::Closed, What::TooEarly)]));
    let both = [(Phase::Voting, 1), (Phase::Closed, 1), (Phase::Council, 1)];
    assert_eq!(try_move(Phase::BallotPublished, &both, true, now), Ok(()));
}

#[test]
fn a_vote_that_ended_on_time_is_not_opened_again() {
    let closing = 6 * DAY;
    let later = [(Phase::Closed, 3), (Phase::Council, 3)];
    assert_eq!(try_move(Phase::Voting, &later, false, closing - 1), Ok(()));
    let over = try_move(Phase::Voting, &later, false, closing);
    assert_eq!(over, Err(vec![(Phase::Closed, What::Past)]));
    let was_down = try_move(Phase::Voting, &later, true, closing + DAY);
    assert_eq!(was_down, Ok(()), "people were told of no closing");
}

#[test]
fn dates_are_typed_with_a_reason_and_only_for_what_is_to_come() {
    let round = round(Phase::Voting);
    let day = |typed: &str| match typed {
        "" => Err(WhatDate::Empty),
        typed => typed
            .parse::<Millis>()
            .map(|day| day * DAY)
            .map_err(|_| WhatDate::NotADate),
    };
    let mut draft = DatesDraft {
        starts: [(Phase::Closed, "8".into()), (Phase::Council, "9".into())]
            .into_iter()
            .collect(),
        public_reason: "De brieven kwamen te laat.".into(),
    };
    let new = draft.check(&round, false, 5 * DAY, day).unwrap();
    assert_eq!(new.schedule[&Phase::Closed], 8 * DAY);
    assert_eq!(new.schedule[&Phase::Voting], 5 * DAY);
    draft.starts.set(Phase::Closed, "5");
    draft.public_reason = String::new();
    let fields: Vec<String> = draft
        .check(&round, false, 5 * DAY, day)
        .unwrap_err()
        .into_iter()
        .map(|fault| fault.field)
        .collect();
    assert_eq!(fields, ["start_closed", "public_reason"]);
}

#[test]
fn a_date_that_was_left_as_it_was_keeps_its_seconds() {
    assert_eq!(exact(Some(90_500), 60_000), 90_500);
    assert_eq!(exact(Some(90_500), 120_000), 120_000);
    assert_eq!(exact(None, 60_000), 60_000);
}

#[test]
fn no_dates_move_before_a_round_begins_or_once_its_box_is_closed() {
    for &phase in Phase::ALL {
        let is_open = !round(phase).movable().is_empty();
        assert_eq!(
            is_open,
            phase > Phase::Draft && phase <= Phase::Voting,
            "{phase}"
        );
    }
}
