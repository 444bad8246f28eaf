use super::*;

fn ready() -> RoundFacts {
    RoundFacts {
        wijken: 1,
        has_box_key: true,
        rehearsed: true,
        is_due: true,
        ..RoundFacts::default()
    }
}

/// The arrows `phase --> phase: step` of the picture.
fn arrows_in_the_picture() -> Vec<(String, String, String)> {
    include_str!("../../README.md")
        .lines()
        .filter_map(|line| {
            let (from, rest) = line.trim().split_once(" --> ")?;
            let (to, step) = rest.split_once(": ")?;
            Some((from.to_owned(), step.to_owned(), to.to_owned()))
        })
        .collect()
}

#[test]
fn every_pair_of_phase_and_step_is_as_in_the_picture() {
    let mut allowed = Vec::new();
    for &phase in Phase::ALL {
        for &step in Step::ALL {
            match phase.after(step, &ready()) {
                Ok(next) => allowed.push((phase.to_string(), step.to_string(), next.to_string())),
                Err(refused) => assert_eq!(refused, StepRefused::OutOfTurn { phase, step }),
            }
        }
    }
    let mut drawn = arrows_in_the_picture();
    allowed.sort();
    drawn.sort();
    assert_eq!(allowed, drawn);
}

#[test]
fn a_round_without_wijk_or_dates_does_not_open() {
    let facts = RoundFacts {
        dates_wrong: 2,
        ..RoundFacts::default()
    };
    assert_eq!(
        Phase::Draft.after(Step::OpenProposing, &facts),
        Err(StepRefused::Missing(vec![Missing::Wijk, Missing::Dates(2)]))
    );
}

#[test]
fn nothing_undecided_reaches_the_ballot() {
    let facts = RoundFacts {
        undecided: 3,
        ..ready()
    };
    assert_eq!(
        Phase::Checking.after(Step::PublishBallot, &facts),
        Err(StepRefused::Missing(vec![Missing::Decisions(3)]))
    );
}

#[test]
fn the_box_opens_only_with_key_rehearsal_and_codes() {
    let facts = RoundFacts {
        has_box_key: false,
        rehearsed: false,
        wijken_without_codes: 1,
        wijken_unprinted: 2,
        ..ready()
    };
    assert_eq!(
        missing(Step::OpenVoting, &facts),
        vec![Missing::BoxKey, Missing::Codes(1), Missing::Print(2)]
    );
    let facts = RoundFacts {
        rehearsed: false,
        ..ready()
    };
    assert_eq!(missing(Step::OpenVoting, &facts), vec![Missing::Rehearsal]);
}

#[test]
fn voting_never_opens_or_closes_before_the_published_minute() {
    let facts = RoundFacts {
        is_due: false,
        ..ready()
    };
    for (phase, step) in [
        (Phase::BallotPublished, Step::OpenVoting),
        (Phase::Voting, Step::CloseVoting),
    ] {
        assert_eq!(phase.after(step, &facts), Err(StepRefused::BeforeTime));
    }
}

#[test]
fn a_round_begins_and_is_fixed_only_while_its_later_dates_lie_ahead() {
    let facts = RoundFacts {
        dates_past: 2,
        ..ready()
    };
    for (phase, step) in [
        (Phase::Draft, Step::OpenProposing),
        (Phase::Checking, Step::PublishBallot),
    ] {
        let missing = vec![Missing::PastDates(2)];
        assert_eq!(
            phase.after(step, &facts),
            Err(StepRefused::Missing(missing))
        );
    }
}

#[test]
fn a_round_is_archived_only_when_its_secrets_are_destroyed() {
    let facts = RoundFacts {
        keeps_secrets: true,
        ..ready()
    };
    let missing = StepRefused::Missing(vec![Missing::Destruction]);
    assert_eq!(Phase::Delivery.after(Step::Archive, &facts), Err(missing));
}

#[test]
fn nobody_opens_closes_or_counts_a_vote_alone() {
    let two: Vec<Step> = Step::ALL
        .iter()
        .copied()
        .filter(|step| step.needs_two(Phase::Voting))
        .collect();
    let expected = [
        Step::OpenVoting,
        Step::CloseVoting,
        Step::Count,
        Step::Cancel,
    ];
    assert_eq!(two, expected);
}

#[test]
fn no_phase_before_the_count_shows_a_tally() {
    for &phase in Phase::ALL {
        assert_eq!(
            phase.shows_tally(),
            phase >= Phase::Counted && phase != Phase::Cancelled,
            "{phase}"
        );
    }
}

#[test]
fn the_clock_reaches_every_scheduled_phase() {
    for &phase in Phase::SCHEDULED {
        let before = Phase::ALL.iter().find(|p| p.next() == Some(phase)).unwrap();
        assert!(before.next_step().unwrap().is_by_clock(), "{phase}");
    }
}
