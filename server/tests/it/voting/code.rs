//! The code of a letter: it never comes back, and guessing is slow.

use domain::ballot_box::VotingCode;

use super::{choose, code, press};
use crate::given::on_each_engine;

#[tokio::test]
async fn the_code_never_comes_back() {
    on_each_engine(|given| async move {
        let right = code(0);
        let mut unknown = VotingCode::from_entropy([9; 9]).to_string();
        let mut wrong = right.clone();
        wrong.replace_range(0..1, if right.starts_with('2') { "3" } else { "2" });
        unknown.make_ascii_lowercase();
        for typed in [
            right.clone(),
            unknown,
            wrong,
            right.replace('-', " "),
            right[..11].to_owned(),
            format!("{right}X"),
            format!("{right}<script>"),
        ] {
            let plain = |text: &str| text.to_uppercase().replace(['-', ' '], "");
            let mut voter = given.visitor();
            let answer = voter.post("/stem", &[("code", &typed)]).await;
            let mut answers = vec![answer];
            if answers[0].status == 303 {
                answers.push(voter.get("/stem/kiezen").await);
                answers.push(choose(&mut voter, 1).await);
                answers.push(voter.get("/stem/controle").await);
                answers.push(press(&mut voter).await);
                answers.push(voter.get("/stem/klaar").await);
                assert_eq!(answers.len(), 6);
            } else {
                assert_eq!(answers[0].status, 422, "{typed}");
            }
            for answer in answers {
                assert!(!plain(&answer.body).contains(&plain(&typed)), "{typed}");
                assert!(!answer.body.contains(&typed));
                for (name, value) in &answer.headers {
                    let value = plain(value.to_str().unwrap());
                    assert!(!value.contains(&plain(&typed)), "{name} has the code");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_typing_error_is_no_guess() {
    on_each_engine(|given| async move {
        let mut voter = given.visitor();
        for n in 0..30 {
            let mut typed = code(n % 6);
            typed.replace_range(3..4, if &typed[3..4] == "7" { "8" } else { "7" });
            assert_eq!(voter.post("/stem", &[("code", &typed)]).await.status, 422);
        }
        assert_eq!(
            voter.post("/stem", &[("code", &code(0))]).await.location(),
            "/stem/kiezen"
        );
    })
    .await;
}
