//! What never reaches the log, however much it is asked to write.

use std::{
    io::Write,
    process::Command,
    sync::{Arc, Mutex},
};

use domain::{ballot_box::VotingCode, phase::Phase};
use store::demo::PASSWORD;
use tracing_subscriber::fmt::MakeWriter;

use crate::{
    given::on_each_engine,
    voting::{choose, code, offered, press, words_after},
};

#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Paper {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn nothing_of_a_vote_or_a_password_is_in_the_log() {
    // In a process of its own: there the log is of every thread, the database's too, and of this test alone.
    let alone = [
        "--exact",
        "logs::a_vote_is_logged_in_a_process_of_its_own",
        "--ignored",
        "--nocapture",
    ];
    let output = Command::new(std::env::current_exe().unwrap())
        .args(alone)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let cause = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}{cause}"
    );
}

#[tokio::test]
#[ignore = "the test above runs it"]
async fn a_vote_is_logged_in_a_process_of_its_own() {
    let paper = Paper::default();
    // Everything but the parser of these tests. Without the time, of which the digits could be those of a port.
    let everything = tracing_subscriber::fmt()
        .with_env_filter("trace,html5ever=off,selectors=off")
        .without_time()
        .with_ansi(false);
    everything.with_writer(paper.clone()).init();
    let secrets = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&secrets);
    on_each_engine(|given| {
        let kept = Arc::clone(&kept);
        async move {
            let mut keep = vec!["203.0.113.77".to_owned(), "45678".to_owned()];
            let mut voter = given.visitor_at("203.0.113.77:45678");
            let unknown = VotingCode::from_entropy([77; 9]).to_string();
            for typed in [&unknown, &code(4)] {
                keep.extend([typed.clone(), typed.replace('-', ""), typed.to_lowercase()]);
                voter.post("/stem", &[("code", typed)]).await;
            }
            keep.extend(offered(&mut voter).await);
            choose(&mut voter, 3).await;
            keep.extend(voter.cookies.values().cloned());
            assert_eq!(press(&mut voter).await.location(), "/stem/klaar");
            let words = words_after(&mut voter).await;
            assert_eq!(words.len(), 3);
            keep.extend([
                words.join(" "),
                words.join("-"),
                words.join("+"),
                format!("{:?}", words),
            ]);
            let mut staff = given.visitor_at("203.0.113.77:45678");
            for password in ["het verkeerde wachtwoord", PASSWORD] {
                staff
                    .post("/inloggen", &[("login", "toetser"), ("password", password)])
                    .await;
                keep.push(password.to_owned());
            }
            assert_eq!(staff.get("/werk/toets").await.status, 200);
            keep.extend(
                voter
                    .cookies
                    .values()
                    .chain(staff.cookies.values())
                    .cloned(),
            );
            let counted = given.round(Phase::Delivery).await.id;
            let wijk = given.wijk("De Turfhoek").await;
            let file = format!("/rondes/{counted}/uitslag/{wijk}/stemmen.pb");
            assert_eq!(voter.get(&file).await.status, 200);
            let letter = format!("/stem/{counted}/in-de-lijst");
            assert_eq!(voter.get(&letter).await.status, 200);
            let answer = voter.post(&letter, &[("code", &code(3))]).await;
            assert_eq!(answer.status, 303, "after the term");
            keep.extend([code(3), code(3).replace('-', "")]);
            // And when it goes wrong inside.
            given.app.store.close().await;
            assert_eq!(staff.get("/werk/toets").await.status, 500);
            assert_eq!(voter.post("/stem", &[("code", &code(5))]).await.status, 500);
            keep.push(code(5));
            kept.lock().unwrap().extend(keep);
        }
    })
    .await;
    let log = String::from_utf8_lossy(&paper.0.lock().unwrap()).into_owned();
    assert!(
        log.contains("route=\"/inloggen\"")
            && log.contains("sqlx")
            && log.contains("internal error"),
        "the log was written"
    );
    assert!(
        log.contains("/uitslag/{wijk}/stemmen.pb"),
        "published ballots are public, and so is that somebody looked"
    );
    assert!(
        !log.contains("route=\"/stem"),
        "of voting pages not even that somebody looked"
    );
    for secret in secrets.lock().unwrap().iter() {
        if let Some(line) = log.lines().find(|line| line.contains(secret.as_str())) {
            panic!("«{secret}» is in the log: {line}");
        }
    }
}
