use domain::{
    ballot_box::Head,
    id::ProposalId,
    recount::{Uncountable, Winner},
};

use super::*;

/// A few texts, and numbers between strokes where a browser would write them in its language.
fn words() -> Words {
    let given = [
        ("number.amount", "€\u{a0}{n}"),
        ("recount.name.signatures", "Handtekeningen"),
        ("recount.is_right", "klopt"),
        ("recount.holds.signatures", "{ballots} stemmen"),
        ("recount.problem.bad_signature", "zegel {seal}"),
        ("recount.on_page", "Op deze pagina: {jobs}."),
        ("recount.after_count", "Na het tellen: {jobs}."),
        ("recount.left", "{announced} of {found}"),
        ("recount.order", "Andere volgorde"),
        ("recount.to_do", "Zeg het ons"),
    ];
    Words {
        texts: given
            .map(|(key, text)| (key.to_owned(), text.to_owned()))
            .into(),
        written: Box::new(|number| format!("|{number}|")),
    }
}

fn found(checks: &[(Check, Finding)]) -> Recount {
    Recount {
        ballots: 5_000,
        seals: 7_500,
        checks: checks.to_vec(),
    }
}

fn tally(titles: &[&str], left_cents: u64) -> Tally {
    let winner = |title: &&str| Winner {
        proposal: ProposalId::new(uuid::Uuid::from_u128(title.len() as u128)),
        title: (*title).to_owned(),
    };
    Tally {
        winners: titles.iter().map(winner).collect(),
        left: Euro::cents(left_cents),
    }
}

fn other(announced: Tally, found: Tally) -> Finding {
    Finding::Fails(Problem::OtherOutcome { announced, found })
}

#[test]
fn a_check_that_holds_says_how_many_and_one_not_asked_nothing() {
    let found = found(&[
        (Check::Signatures, Finding::Holds),
        (Check::Proof, Finding::NotAsked),
    ]);
    let report = Report::of(&found, &words());
    let right = Line {
        mark: Mark::Right,
        name: "Handtekeningen: klopt.".into(),
        text: vec!["|5000| stemmen".into()],
    };
    assert_eq!((report.is_same, report.lines), (true, vec![right]));
    assert_eq!(verdict(&found), "recount.same");
}

#[test]
fn a_bad_ballot_is_named_by_the_beginning_of_its_seal() {
    let (seal, why) = (Seal::new([0xab; 32]), Rejection::BadSignature);
    let problem = Problem::Ballot(BadRow { seal, why });
    assert_eq!(in_words(&problem, &words()), ["zegel abababababab"]);
}

#[test]
fn another_outcome_names_the_jobs_and_what_is_left() {
    let finding = other(tally(&["a", "bb"], 0), tally(&["a", "ccc"], 120_050));
    let found = found(&[(Check::Count, finding)]);
    assert_eq!(verdict(&found), "recount.other");
    let report = Report::of(&found, &words());
    assert_eq!((report.is_same, report.lines[0].mark), (false, Mark::Wrong));
    assert_eq!(
        report.lines[0].text[1..],
        [
            "Op deze pagina: «\u{2068}bb\u{2069}».",
            "Na het tellen: «\u{2068}ccc\u{2069}».",
            "€\u{a0}|0| of €\u{a0}|1200.5|",
            "Zeg het ons",
        ]
    );
}

#[test]
fn the_same_jobs_in_another_order_are_another_outcome() {
    let finding = other(tally(&["a", "bb"], 5), tally(&["bb", "a"], 5));
    let report = Report::of(&found(&[(Check::Count, finding)]), &words());
    assert_eq!(report.lines[0].text[1], "Andere volgorde");
}

#[test]
fn the_verdict_tells_a_faulty_box_from_one_not_counted() {
    let announced = Head::new([1; 32]);
    let other_box = Finding::Fails(Problem::OtherBox {
        announced,
        found: Head::new([2; 32]),
    });
    let wrong = found(&[
        (Check::Box, other_box.clone()),
        (Check::Count, Finding::Holds),
    ]);
    assert_eq!(verdict(&wrong), "recount.wrong");
    let uncountable = Finding::Fails(Problem::Uncountable(Uncountable::Ballots));
    let unclear = found(&[(Check::Box, other_box), (Check::Count, uncountable)]);
    assert_eq!(verdict(&unclear), "recount.unclear");
}
