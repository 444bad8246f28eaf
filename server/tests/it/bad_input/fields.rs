//! Anything in one field.

use super::{
    TYPED,
    forms::{forms, is_kept},
    is_plain, stays,
};
use crate::{given::on_each_engine, paths::Real};

#[tokio::test]
async fn nothing_that_is_typed_breaks_a_form() {
    on_each_engine(|given| async move {
        for mut form in forms(&given).await {
            for field in form.fields.clone() {
                for typed in TYPED {
                    let filled = form
                        .filled()
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value.to_owned()))
                        .collect::<Vec<_>>();
                    let changed: Vec<(&str, &str)> = filled
                        .iter()
                        .map(|(name, value)| {
                            (
                                name.as_str(),
                                if *name == field.name {
                                    *typed
                                } else {
                                    value.as_str()
                                },
                            )
                        })
                        .collect();
                    let before = given.counts().await;
                    let answer = form.send(&changed).await;
                    let what = format!(
                        "{} {}={typed:?}: {}",
                        form.action, field.name, answer.status
                    );
                    is_plain(&answer, &what);
                    if answer.status != 303 {
                        assert_eq!(given.counts().await, before, "{what}: half-written");
                    }
                    if answer.status == 422 && is_kept(&field) {
                        stays(&answer, &field.name, typed, &what);
                    }
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn signing_in_with_anything_is_just_wrong() {
    on_each_engine(|given| async move {
        for (n, typed) in TYPED.iter().enumerate() {
            let mut client = given.visitor_at(&format!("198.51.100.{n}:1"));
            let form = [("login", *typed), ("password", *typed), ("to", *typed)];
            let answer = client.post("/inloggen", &form).await;
            assert_eq!(answer.status, 422, "{typed:?}");
            is_plain(&answer, typed);
            stays(&answer, "login", typed, typed);
        }
    })
    .await;
}

#[tokio::test]
async fn forms_without_words_refuse_what_they_do_not_know() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let mut griffier = given.signed_in("griffier").await;
        let wijk = given.wijk("De Turfhoek").await;
        let job = given.job().await;
        let before = given.dump().await;
        for typed in TYPED.iter().chain(&[""]) {
            let letters = format!("letters-{wijk}");
            let wijk = wijk.to_string();
            for (path, form) in [
                (
                    "/werk/rondes/{round}/brieven",
                    vec![("deed", *typed), ("wijk", &wijk)],
                ),
                (
                    "/werk/rondes/{round}/brieven",
                    vec![("deed", "issue"), ("wijk", typed)],
                ),
                (
                    "/werk/rondes/{round}/brieven",
                    vec![("deed", "issue"), ("wijk", &wijk), (&letters, typed)],
                ),
                (
                    "/werk/rondes/{round}/brieven",
                    vec![("deed", "void"), ("wijk", &wijk)],
                ),
                (
                    "/werk/rondes/{round}/sleutel",
                    vec![("deed", *typed), ("card_1_row_1", typed)],
                ),
                ("/werk/rondes/{round}/sleutel/kaart", vec![("card", *typed)]),
                (
                    "/werk/rondes/{round}/telling",
                    vec![("card_1_row_1", *typed)],
                ),
                (
                    "/werk/rondes/{round}/stap",
                    vec![("step", *typed), ("reason", typed)],
                ),
                (
                    "/werk/rondes/{round}/stap",
                    vec![("step", "open_voting"), ("reason", typed)],
                ),
                (
                    "/werk/rondes/{round}/stap",
                    vec![("step", "close_voting"), ("reason", "Nu al.")],
                ),
                (
                    "/werk/rondes/{round}/banen",
                    vec![("job", *typed), ("state", "filled")],
                ),
                (
                    "/werk/rondes/{round}/banen",
                    vec![("job", &job), ("state", typed)],
                ),
                ("/demo/klok", vec![("round", *typed)]),
                ("/demo/inloggen", vec![("who", *typed)]),
            ] {
                let path = real.path(path);
                let answer = smederij.post(&path, &form).await;
                let what = format!("{path} {form:?}: {}", answer.status);
                is_plain(&answer, &what);
                assert!(
                    [400, 404, 409, 422].contains(&answer.status.as_u16()),
                    "{what}"
                );
            }
            let path = real.path("/werk/rondes/{round}/besluit");
            for form in [
                vec![("ruling", *typed), ("reason", typed)],
                vec![
                    ("ruling", "adopt_with_deviations"),
                    ("reason", typed),
                    ("declined", typed),
                    ("reason_x", typed),
                ],
            ] {
                let answer = griffier.post(&path, &form).await;
                let what = format!("{path} {form:?}: {}", answer.status);
                is_plain(&answer, &what);
                assert_eq!(answer.status, 422, "{what}");
            }
        }
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}
