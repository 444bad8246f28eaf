//! Forms with nothing, too much or something else in them.

use super::{FORM, SCRIPT, forms::forms, is_plain};
use crate::{
    given::on_each_engine,
    paths::{PATHS, Real},
};

#[tokio::test]
async fn an_empty_a_double_and_a_garbled_form_are_answered() {
    on_each_engine(|given| async move {
        for mut form in forms(&given).await {
            let before = given.counts().await;
            let filled: Vec<(String, String)> = form
                .fields
                .iter()
                .map(|field| (field.name.clone(), SCRIPT.to_owned()))
                .collect();
            let all: Vec<(&str, &str)> = filled
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let twice = [all.clone(), all.clone()].concat();
            let action = form.action.clone();
            let answers = vec![
                ("nothing", form.client.post(&action, &[]).await),
                ("no field", form.send(&[]).await),
                ("all script", form.send(&all).await),
                ("all twice", form.send(&twice).await),
                (
                    "garbled",
                    form.client
                        .post_raw(&action, FORM, "%ff%fe=%zz&&=&deed=%00&\u{0}=\u{202e}&step=")
                        .await,
                ),
                (
                    "binary",
                    form.client
                        .post_raw(&action, FORM, vec![0_u8, 255, 254, 38, 61, 37])
                        .await,
                ),
                (
                    "many fields",
                    form.client
                        .post_raw(&action, FORM, "a=b&".repeat(10_000))
                        .await,
                ),
            ];
            let was_done = answers.iter().any(|(_, answer)| answer.status == 303);
            for (what, answer) in answers {
                let what = format!("{action} {what}: {}", answer.status);
                is_plain(&answer, &what);
                if answer.status != 303 && answer.status != 200 {
                    assert!(
                        [400, 404, 409, 422].contains(&answer.status.as_u16()),
                        "{what}"
                    );
                }
            }
            assert!(
                was_done || given.counts().await == before,
                "{action}: half-written"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_too_large_or_of_another_kind_is_always_refused() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let mut clients = Vec::new();
        for login in ["smederij", "bewoner", "toetser", "beheerder", "griffier"] {
            clients.push(given.signed_in(login).await);
        }
        let before = given.dump().await;
        for (template, ..) in PATHS
            .iter()
            .filter(|(.., methods)| methods.contains("POST"))
        {
            if *template == "/uitloggen" {
                continue; // takes no form at all
            }
            let path = real.path(template);
            for client in &mut clients {
                let large = "x=".to_owned() + &"y".repeat(70_000);
                assert_eq!(
                    client.post_raw(&path, FORM, large.clone()).await.status,
                    413,
                    "{path}"
                );
                let status = client.post_unmeasured(&path, FORM, large).await.status;
                assert!(
                    [413, 403].contains(&status.as_u16()),
                    "{path} without its length: {status}"
                );
                for kind in [
                    "text/plain",
                    "application/json",
                    "multipart/form-data; boundary=x",
                    "",
                ] {
                    let status = client
                        .post_raw(&path, kind, "{\"login\":\"x\"}")
                        .await
                        .status;
                    assert!(
                        [415, 403].contains(&status.as_u16()),
                        "{path} as {kind:?}: {status}"
                    );
                }
            }
        }
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}
