use domain::{
    ballot_box::Head,
    id::{ProposalId, WijkId},
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
        ("recount.fails", "klopt niet"),
        ("recount.unknown", "niet nagekeken"),
        ("recount.counted", "{ballots} geteld"),
        ("recount.few", "weinig"),
        ("recount.item.two_people", "Twee mensen"),
        ("recount.wrong.alone", "regel {what}"),
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

/// A report of one wijk with these checks, and of the whole with this verdict on two people.
fn report(recount: Option<Recount>, two_people: Verdict) -> pack::Report {
    let unknown = recount.is_none();
    let item = if unknown {
        Verdict::Unknown
    } else {
        Verdict::Right
    };
    pack::Report {
        items: vec![(Item::TwoPeople, two_people)],
        wijken: vec![WijkReport {
            wijk: WijkId::new(uuid::Uuid::nil()),
            name: "Hoek".into(),
            items: vec![(Item::Opening, item)],
            recount,
        }],
        head: None,
    }
}

fn of_checks(checks: &[(Check, Finding)]) -> Report {
    Report::of(&report(Some(found(checks)), Verdict::Right), &words())
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
fn a_wijk_is_one_line_and_what_was_checked_of_it_is_folded() {
    let told = of_checks(&[
        (Check::Signatures, Finding::Holds),
        (Check::Proof, Finding::NotAsked),
    ]);
    assert_eq!((told.mark, told.lines.len()), (Mark::Right, 2));
    let wijk = &told.lines[1];
    assert_eq!(wijk.name, "\u{2068}Hoek\u{2069}: klopt.");
    assert_eq!(wijk.text, ["|5000| geteld"]);
    assert_eq!(wijk.parts.len(), 2, "a check not asked for says nothing");
    let right = (
        "Handtekeningen: klopt.".to_owned(),
        vec!["|5000| stemmen".to_owned()],
    );
    assert_eq!(
        (wijk.parts[1].name.clone(), wijk.parts[1].text.clone()),
        right
    );
}

#[test]
fn a_wijk_with_few_ballots_is_not_wrong_and_not_all_right() {
    let told = Report::of(&report(None, Verdict::Right), &words());
    assert_eq!(told.mark, Mark::Blocked);
    assert_eq!(told.lines[1].name, "\u{2068}Hoek\u{2069}: niet nagekeken.");
    assert_eq!(told.lines[1].text, ["weinig"]);
}

#[test]
fn what_one_person_did_alone_is_wrong_though_the_count_is_the_same() {
    let alone = Verdict::Wrong(vec![Wrong::Alone { entry: 7 }]);
    let found = report(Some(found(&[(Check::Count, Finding::Holds)])), alone);
    let told = Report::of(&found, &words());
    assert_eq!(told.mark, Mark::Wrong);
    assert_eq!(verdict(&found, told.mark), "recount.wrong");
    assert_eq!(told.lines[0].name, "Twee mensen: klopt niet.");
    assert_eq!(told.lines[0].text, ["regel \u{2068}7\u{2069}"]);
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
    let told = of_checks(&[(Check::Count, finding)]);
    let part = &told.lines[1].parts[1];
    assert_eq!((told.mark, part.mark), (Mark::Wrong, Mark::Wrong));
    assert_eq!(
        part.text[1..],
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
    let told = of_checks(&[(Check::Count, finding)]);
    assert_eq!(told.lines[1].parts[1].text[1], "Andere volgorde");
}

#[test]
fn the_verdict_tells_a_faulty_box_from_one_not_counted() {
    let said = |checks: &[(Check, Finding)]| {
        verdict(&report(Some(found(checks)), Verdict::Right), Mark::Wrong)
    };
    let other_box = Finding::Fails(Problem::OtherBox {
        announced: Head::new([1; 32]),
        found: Head::new([2; 32]),
    });
    let holds = (Check::Count, Finding::Holds);
    assert_eq!(
        said(&[(Check::Box, other_box.clone()), holds]),
        "recount.wrong"
    );
    let uncountable = Finding::Fails(Problem::Uncountable(Uncountable::Ballots));
    let unclear = [(Check::Box, other_box), (Check::Count, uncountable)];
    assert_eq!(said(&unclear), "recount.unclear");
    let different = other(tally(&["a"], 0), tally(&["b"], 0));
    assert_eq!(said(&[(Check::Count, different)]), "recount.other");
}
