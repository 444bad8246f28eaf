//! Looking for one's own vote after the count: by first letter, with the letter, and how often that was done.

use domain::{ballot_box::VotingCode, id::RoundId, looking::Looked, phase::Phase};

use crate::{
    client::{Answer, Client},
    given::{DAY, Given, on_each_engine},
    voting::{choose, code, press, with_ballot, words_after},
};

/// Votes with the first letter of the demo; gives its words and how many ideas it chose.
async fn voted(given: &Given) -> Vec<String> {
    let mut voter = with_ballot(given, 0).await;
    choose(&mut voter, 2).await;
    press(&mut voter).await;
    words_after(&mut voter).await
}

/// The demo's round that votes, closed and counted by two people with the cards that the demo shows.
async fn counted(given: &Given) -> RoundId {
    let cards = given.visitor().get("/demo").await;
    let cards = cards.page().texts(".wb-demo-card");
    given.let_pass(30 * DAY).await;
    let round = given.round(Phase::Closed).await.id;
    let mut smederij = given.signed_in("smederij").await;
    let counting = format!("/werk/rondes/{round}/telling");
    let asked = smederij.post(&counting, &[]).await;
    let form = [
        ("deed", "agree"),
        ("sure", "yes"),
        ("card_1_row_1", &*cards[0]),
        ("card_2_row_1", &cards[1]),
    ];
    let mut griffier = given.signed_in("griffier").await;
    let counted = griffier.post(asked.location(), &form).await;
    assert_eq!(counted.location(), format!("/rondes/{round}/uitslag"));
    round
}

fn find(round: RoundId) -> String {
    format!("/rondes/{round}/vind-uw-stem")
}

fn letter(round: RoundId) -> String {
    format!("/stem/{round}/in-de-lijst")
}

async fn times(given: &Given, round: RoundId, looked: Looked) -> u64 {
    given.looks(round).await.unwrap().of(looked)
}

/// What a page says that is no form: the answer about a letter.
fn told(answer: &Answer) -> String {
    answer.page().text(".wb-notice__title")
}

#[tokio::test]
async fn a_voter_without_javascript_finds_the_vote_by_its_first_letter() {
    on_each_engine(|given| async move {
        let words = voted(&given).await;
        let round = counted(&given).await;
        let initial = words[0].chars().next().unwrap();
        let mut visitor = given.visitor();
        let before = given.dump().await;
        let page = visitor.get(&find(round)).await.page();
        assert!(!page.has("table"), "nothing is listed unasked");
        let mut path = format!("{}?letter={initial}", find(round));
        let mut found = Vec::new();
        loop {
            let page = visitor.get(&path).await.page();
            let heads = page.texts("tbody th");
            let rows = page.texts("tbody tr");
            found.extend(heads.into_iter().zip(rows));
            let next = page.attributes("a[rel=next]", "href");
            match next.first() {
                Some(next) => path = (*next).to_owned(),
                None => break,
            }
        }
        let own = found.iter().filter(|(head, _)| *head == words.join(" "));
        let own: Vec<_> = own.collect();
        assert_eq!(own.len(), 1, "{words:?} in {found:#?}");
        assert!(own[0].1.contains("De Turfhoek"), "{}", own[0].1);
        let mut sorted: Vec<&String> = found.iter().map(|(head, _)| head).collect();
        assert!(sorted.iter().all(|head| head.starts_with(initial)));
        sorted.sort();
        assert_eq!(
            sorted,
            found.iter().map(|(head, _)| head).collect::<Vec<_>>()
        );
        for letter in ["q", "bo", "%27", "%00", ""] {
            let page = visitor
                .get(&format!("{}?letter={letter}", find(round)))
                .await;
            assert_eq!(page.status, 200, "{letter}");
            assert!(!page.page().has("table"), "{letter}");
        }
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_letter_says_whether_its_envelope_is_there_and_nothing_of_choices() {
    on_each_engine(|given| async move {
        voted(&given).await;
        let round = counted(&given).await;
        let mut voter = given.visitor();
        let page = voter.get(&letter(round)).await;
        assert!(page.status == 200 && page.page().has("[name=code]"));
        let form = |code: &str| vec![("code", code.to_owned())];
        let post = async |client: &mut Client, form: Vec<(&str, String)>| {
            let form: Vec<_> = form.iter().map(|(name, typed)| (*name, &**typed)).collect();
            client.post(&letter(round), &form).await
        };
        let before = given.dump().await;
        let there = post(&mut voter, form(&code(0))).await;
        assert_eq!(told(&there), "Uw envelop staat in de lijst");
        let absent = post(&mut voter, form(&code(1).to_lowercase())).await;
        assert_eq!(told(&absent), "Uw envelop staat niet in de lijst");
        let rules = given.rules(round).await.unwrap().0;
        let titles = rules.wijken.iter().flat_map(|wijk| &wijk.candidates);
        for candidate in titles {
            assert!(
                !there.body.contains(&candidate.title),
                "{}",
                candidate.title
            );
        }
        for typed in ["", "7ZQX", &VotingCode::from_entropy([9; 9]).to_string()] {
            let refused = post(&mut voter, form(typed)).await;
            assert_eq!(refused.status, 422, "{typed}");
            assert!(refused.page().error_at("code").is_some(), "{typed}");
            assert!(typed.is_empty() || !refused.body.contains(typed), "{typed}");
        }
        assert_eq!(given.changed_since(&before).await, ["look"]);
        assert_eq!(times(&given, round, Looked::Counted).await, 1);
        assert_eq!(times(&given, round, Looked::Absent).await, 1);
        assert!(voter.handed.is_empty(), "{:?}", voter.handed);

        given.later(14 * DAY);
        let late = post(&mut voter, form(&code(0))).await;
        assert_eq!(late.location(), letter(round));
        let late = voter.follow(&late).await;
        assert!(!late.page().has("[name=code]"), "the term is over");
        let page = voter.get(&find(round)).await;
        assert!(!page.body.contains(&letter(round)));
    })
    .await;
}

#[tokio::test]
async fn unknown_letters_are_guesses_and_known_ones_are_not() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let mut voter = given.visitor();
        let path = letter(round);
        for _ in 0..30 {
            let answer = voter.post(&path, &[("code", &code(2))]).await;
            assert_eq!(answer.status, 200);
        }
        for n in 0..20 {
            let unknown = VotingCode::from_entropy([n; 9]).to_string();
            assert_eq!(voter.post(&path, &[("code", &unknown)]).await.status, 422);
        }
        let (known, patience) = (code(2), std::time::Duration::from_millis(300));
        let form = [("code", &*known)];
        let beyond = tokio::time::timeout(patience, voter.post(&path, &form)).await;
        assert!(beyond.is_err(), "it waits");
    })
    .await;
}

#[tokio::test]
async fn who_looked_is_counted_once_a_browser_and_never_remembered() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let before = given.dump().await;
        let mut visitor = given.visitor();
        for _ in 0..3 {
            let answer = visitor.post(&find(round), &[("result", "found")]).await;
            assert_eq!(answer.location(), find(round));
        }
        let answer = visitor.post(&find(round), &[("result", "missing")]).await;
        let page = visitor.follow(&answer).await;
        assert!(told(&page).starts_with("Dank u wel."), "{}", page.body);
        assert_eq!(times(&given, round, Looked::Found).await, 1);
        assert_eq!(times(&given, round, Looked::Missing).await, 1);
        for nonsense in ["", "counted", "gevonden"] {
            let answer = visitor.post(&find(round), &[("result", nonsense)]).await;
            assert_eq!(answer.status, 400, "{nonsense}");
        }
        assert_eq!(given.changed_since(&before).await, ["look"]);
        let outcome = visitor.get(&format!("/rondes/{round}/uitslag")).await;
        assert!(outcome.body.contains("1 keer vond iemand zijn stem."));
        assert!(outcome.body.contains(&find(round)));
    })
    .await;
}

mod breaks {
    use super::*;

    #[tokio::test]
    async fn a_machine_that_says_it_looked_does_not_blow_up_the_number() {
        on_each_engine(|given| async move {
            let round = counted(&given).await;
            for _ in 0..200 {
                // A browser without a memory, in one network.
                let mut visitor = given.visitor();
                let answer = visitor.post(&find(round), &[("result", "missing")]).await;
                assert_eq!(answer.status, 303);
            }
            assert_eq!(times(&given, round, Looked::Missing).await, 60);
            let mut elsewhere = given.visitor_at("198.51.100.7:4321");
            elsewhere.post(&find(round), &[("result", "missing")]).await;
            assert_eq!(times(&given, round, Looked::Missing).await, 61);
        })
        .await;
    }
}
