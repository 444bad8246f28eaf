use domain::{count::Fraction, id::ProposalId};

use super::*;
use crate::web::texts::{Lang, speak};

fn award(votes: u64, why: Why) -> Award {
    let is_won = why.is_won();
    let cost = Euro::whole(7_200);
    Award {
        id: "0192b1a0-0000-7000-8000-000000000001"
            .parse::<ProposalId>()
            .unwrap(),
        cost,
        votes,
        points: votes,
        granted: if is_won { cost } else { Euro::ZERO },
        places: u32::from(is_won),
        why,
        tie: None,
    }
}

fn exact(text: &str) -> Fraction {
    text.parse().unwrap()
}

/// What is said of an award in Dutch and in English, with plain spaces for no-break ones.
fn said_with(award: &Award, detail: Detail) -> [String; 2] {
    [Lang::Nl, Lang::En].map(|lang| speak(lang, || reason(award, detail)).replace('\u{a0}', " "))
}

fn said(votes: u64, why: Why) -> [String; 2] {
    said_with(&award(votes, why), Detail::All)
}

fn payment(full: u64, partial: u64, broke: u64) -> Why {
    Why::Paid(Payment {
        price: exact("720000/43"),
        effective_votes: exact("43"),
        full,
        partial,
        broke,
        money: exact("900000"),
        tied: 1,
    })
}

fn shortage(more: u64) -> Shortage {
    Shortage {
        start: exact("5000000"),
        left: exact("3507300"),
        short: exact("985401/2"),
        more: Some(more),
        support: 88,
    }
}

const LEFT: Euro = Euro::whole(9_000);

#[test]
fn winners_by_votes_say_what_was_left() {
    assert_eq!(
        said(43, Why::Fits { left: LEFT }),
        [
            "Dit idee kreeg 43 stemmen. Er was nog € 9.000, genoeg voor € 7.200.",
            "This idea got 43 votes. There was € 9,000 left, enough for € 7,200.",
        ]
    );
    let mut partly = award(43, Why::Partly { left: LEFT });
    partly.places = 2;
    assert_eq!(
        said_with(&partly, Detail::All),
        [
            "Dit idee kreeg 43 stemmen. Er was nog € 9.000, genoeg voor 2 plekken.",
            "This idea got 43 votes. There was € 9,000 left, enough for 2 jobs.",
        ]
    );
}

#[test]
fn winners_by_shares_say_who_paid_how_much() {
    assert_eq!(
        said(43, payment(43, 0, 0)),
        [
            "43 mensen steunden dit; zij betaalden elk € 167,44 uit hun deel.",
            "43 people supported this; each paid € 167.44 from their share.",
        ]
    );
    assert_eq!(
        said(503, payment(99, 402, 2)),
        [
            "503 mensen steunden dit. 99 van hen betaalden elk € 167,44 uit hun deel. \
             402 van hen hadden minder over en gaven dat allemaal. 2 van hen hadden niets meer over.",
            "503 people supported this. 99 of them each paid € 167.44 from their share. \
             402 of them had less left and gave all of it. 2 of them had nothing left.",
        ]
    );
    assert_eq!(
        said(3, payment(1, 1, 1)),
        [
            "3 mensen steunden dit. 1 van hen betaalde € 167,44 uit zijn deel. \
             1 van hen had minder over en gaf dat allemaal. 1 van hen had niets meer over.",
            "3 people supported this. 1 of them paid € 167.44 from their share. \
             1 of them had less left and gave all of it. 1 of them had nothing left.",
        ]
    );
}

#[test]
fn winners_by_top_up_or_load_say_where_the_money_came_from() {
    let top_up = |shortage| Why::TopUp {
        left: LEFT,
        shortage,
    };
    assert_eq!(
        said(25, top_up(Some(shortage(3)))),
        [
            "25 mensen steunden dit. Samen gaven zij eerst € 14.927 aan andere banen. \
             Zij hadden samen nog € 35.073 over. Er was € 4.927,01 te weinig. \
             De wijk had nog € 9.000 over en betaalt het daaruit. Van alles wat daar in paste, had dit idee de meeste stemmen.",
            "25 people supported this. Together they first gave € 14,927 to other jobs. \
             Together they had € 35,073 left. That was € 4,927.01 too little. \
             The wijk had € 9,000 left over and pays it from that. Of all that fitted in it, this idea had the most votes.",
        ]
    );
    let unsupported = "Dit idee kreeg 0 stemmen. De wijk had nog € 9.000 over en betaalt het daaruit. \
                       Van alles wat daar in paste, had dit idee de meeste stemmen.";
    assert_eq!(said(0, top_up(None))[0], unsupported);
    let load = exact("720000/43");
    assert_eq!(
        said(43, Why::Load { load }),
        [
            "Dit idee kreeg 43 stemmen. De kosten zijn verdeeld over wie het koos. \
             Samen met eerdere banen is dat € 167,44 per mens.",
            "This idea got 43 votes. Its cost is shared by those who chose it. \
             With earlier jobs that is € 167.44 a person.",
        ]
    );
}

#[test]
fn losers_by_votes_say_what_was_missing() {
    let (left, short) = (Euro::whole(2_273), Euro::whole(4_927));
    let more = Some(6);
    assert_eq!(
        said(25, Why::Short { left, short, more }),
        [
            "Dit idee kreeg 25 stemmen. Er was nog € 2.273. Dat is € 4.927 te weinig. \
             Met nog 6 stemmen was het eerder aan de beurt. Dan was er genoeg.",
            "This idea got 25 votes. There was € 2,273 left. That is € 4,927 too little. \
             With 6 more votes its turn would have come sooner. Then there was enough.",
        ]
    );
    assert_eq!(
        said(25, Why::Stopped { more: Some(1) }),
        [
            "Dit idee kreeg 25 stemmen. Een idee dat eerder aan de beurt was, paste niet. Toen is er gestopt. \
             Met nog 1 stem was het eerder aan de beurt. Dan was er genoeg.",
            "This idea got 25 votes. An idea that had its turn before did not fit. There the count stopped. \
             With 1 more vote its turn would have come sooner. Then there was enough.",
        ]
    );
    let [dutch, english] = said(25, Why::Stopped { more: None });
    assert!(dutch.ends_with("Toen is er gestopt.") && english.ends_with("stopped."));
}

#[test]
fn losers_by_shares_say_what_their_supporters_lacked() {
    assert_eq!(
        said(25, Why::Poor(shortage(3))),
        [
            "25 mensen steunden dit. Samen gaven zij eerst € 14.927 aan andere banen. \
             Zij hadden samen nog € 35.073 over. Er was € 4.927,01 te weinig. \
             Om dat te betalen zijn 3 hele delen nodig.",
            "25 people supported this. Together they first gave € 14,927 to other jobs. \
             Together they had € 35,073 left. That was € 4,927.01 too little. \
             To pay that takes 3 whole shares.",
        ]
    );
    let nothing_spent = Shortage {
        start: exact("3507300"),
        ..shortage(1)
    };
    assert_eq!(
        said(1, Why::Poor(nothing_spent)),
        [
            "1 mens steunde dit en had nog € 35.073 over. Er was € 4.927,01 te weinig. \
             Om dat te betalen is 1 heel deel nodig.",
            "1 person supported this and had € 35,073 left. That was € 4,927.01 too little. \
             To pay that takes 1 whole share.",
        ]
    );
}

#[test]
fn a_loser_that_equalled_a_winner_says_so() {
    let equal = Shortage {
        support: 100,
        ..shortage(3)
    };
    let [dutch, english] = said(25, Why::Poor(equal));
    assert!(
        dutch.contains("Eén keer stond dit idee gelijk met een gekozen idee. Dat ging voor."),
        "{dutch}"
    );
    assert!(
        english.contains("Once this idea was equal to a chosen idea. That one went first."),
        "{english}"
    );
}

#[test]
fn losers_without_a_turn_say_why() {
    assert_eq!(
        said(25, Why::NotReached),
        [
            "Dit idee kreeg 25 stemmen. Het volgende idee paste niet meer in het geld. Toen is er gestopt.",
            "This idea got 25 votes. The next idea did not fit in the money any more. There the count stopped.",
        ]
    );
    assert_eq!(
        said(0, Why::NoVotes),
        ["Niemand koos dit idee.", "Nobody chose this idea."]
    );
    let short = Euro::whole(400);
    assert_eq!(
        said(25, Why::TooDear { short }),
        [
            "Dit idee kost € 400 meer dan al het geld van de wijk.",
            "This idea costs € 400 more than all the money of the wijk.",
        ]
    );
    assert_eq!(
        said(25, Why::TooFewVotes { needed: 30 }),
        [
            "Dit idee kreeg 25 stemmen. Het had minstens 30 stemmen nodig.",
            "This idea got 25 votes. It needed at least 30 votes.",
        ]
    );
}

#[test]
fn a_tie_says_what_settled_it() {
    for (tie, dutch, english) in [
        (
            Tie::Cost,
            "Bij gelijke stand ging het goedkoopste idee voor.",
            "Among equals the cheapest idea goes first.",
        ),
        (
            Tie::Votes,
            "Bij gelijke stand ging het idee met de meeste stemmen voor.",
            "Among equals the idea with the most votes goes first.",
        ),
        (
            Tie::Lot,
            "Bij gelijke stand besliste het lot van vóór de stemming.",
            "Among equals the lot drawn before the vote decided.",
        ),
    ] {
        let mut award = award(43, Why::Fits { left: LEFT });
        award.tie = Some(tie);
        let [in_dutch, in_english] = said_with(&award, Detail::All);
        assert!(in_dutch.ends_with(dutch), "{in_dutch}");
        assert!(in_english.ends_with(english), "{in_english}");
    }
}

#[test]
fn few_ballots_do_not_tell_who_paid_with_whom() {
    let few = |why| said_with(&award(2, why), Detail::Few)[0].clone();
    assert_eq!(
        few(payment(1, 1, 0)),
        "Dit idee kreeg 2 stemmen. Wie het koos, had samen genoeg geld."
    );
    assert_eq!(
        few(Why::Poor(shortage(3))),
        "Dit idee kreeg 2 stemmen. Wie het koos, had samen niet genoeg geld."
    );
    assert_eq!(
        few(Why::Load { load: exact("100") }),
        "Dit idee kreeg 2 stemmen. De kosten zijn verdeeld over wie het koos."
    );
}

#[test]
fn places_say_how_many_of_those_asked() {
    let mut award = award(43, Why::Partly { left: LEFT });
    award.places = 2;
    assert_eq!(places(&award, 3), "2 van de 3 plekken");
    assert_eq!(speak(Lang::En, || places(&award, 3)), "2 of the 3 jobs");
    assert_eq!(places(&award, 2), "2 plekken");
    award.places = 0;
    award.why = Why::NotReached;
    assert_eq!(places(&award, 3), "3 plekken");
}
