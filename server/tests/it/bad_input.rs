//! Whatever is typed: an answer that says what to do, nothing of it as markup, nothing half-written.

use std::collections::BTreeSet;

use domain::phase::Phase;

use crate::{
    client::{Answer, Client},
    given::{Given, on_each_engine},
    paths::{PATHS, Real},
    voting::with_ballot,
};

const SCRIPT: &str = "<script>alert(1)</script>";
const ESCAPED: &str = "&lt;script&gt;alert(1)&lt;/script&gt;";
const RTL: &str = "links\u{202e}sthcer";
const EMOJI: &str = "👩🏽‍🔧 klust";

/// What people, and programs, type.
const TYPED: &[&str] = &[
    SCRIPT,
    "\"><script>alert(1)</script>",
    "1000000000000",
    "99999999999999999999999999",
    "-1",
    "1,005",
    "NaN",
    RTL,
    EMOJI,
    "a\u{0}b",
    "e\u{301}\u{301}\u{301}\u{301}",
    "'; DROP TABLE person; --",
    "{wijk} {n} {max}",
    "\u{feff}",
    "\t",
    "http://elders.nl/",
];

/// One form of the site.
struct Form {
    client: Client,
    action: String,
    fields: Vec<Field>,
    /// Which of several deeds to do, and what else goes along.
    fixed: Vec<(&'static str, &'static str)>,
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    /// Text that a person typed, which stays on the page.
    is_kept: bool,
}

impl Form {
    /// The form on `page` that has `marker` in it.
    async fn of(
        mut client: Client,
        page: &str,
        marker: &str,
        fixed: &[(&'static str, &'static str)],
    ) -> Self {
        let body = client.get(page).await.body;
        let form = body
            .split("<form")
            .skip(1)
            .find(|form| form.split("</form>").next().unwrap().contains(marker));
        let form = form
            .unwrap_or_else(|| panic!("{page} has no form with {marker}"))
            .split("</form>")
            .next()
            .unwrap();
        let action = attribute(form, "action").unwrap_or_else(|| page.to_owned());
        let fixed = fixed.to_vec();
        let mut fields = fields(form);
        fields.retain(|field| fixed.iter().all(|(name, _)| *name != field.name));
        assert!(
            !fields.is_empty() || !fixed.is_empty(),
            "{page} has an empty form"
        );
        Self {
            client,
            action,
            fields,
            fixed,
        }
    }

    async fn send(&mut self, fields: &[(&str, &str)]) -> Answer {
        let all: Vec<(&str, &str)> = fields.iter().chain(&self.fixed).copied().collect();
        self.client.post(&self.action.clone(), &all).await
    }

    fn filled(&self) -> Vec<(&str, &str)> {
        self.fields
            .iter()
            .map(|field| (field.name.as_str(), field.value.as_str()))
            .collect()
    }
}

fn fields(form: &str) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for tag in form.split('<') {
        let kind = tag.split([' ', '>']).next().unwrap();
        if !["input", "textarea", "select"].contains(&kind) {
            continue;
        }
        let Some(name) = attribute(tag, "name") else {
            continue;
        };
        if found.iter().any(|field| field.name == name) {
            continue;
        }
        let type_ = attribute(tag, "type").unwrap_or_default();
        let is_secret = ["password", "code", "card"]
            .iter()
            .any(|secret| name == *secret)
            || type_ == "password";
        let is_kept =
            !is_secret && (kind == "textarea" || type_ == "text") && type_ != "datetime-local";
        // Browsers do not send an unticked box.
        let is_sent = !["checkbox", "radio"].contains(&type_.as_str()) || tag.contains(" checked");
        let value = attribute(tag, "value")
            .filter(|_| is_sent)
            .unwrap_or_default();
        found.push(Field {
            name,
            value,
            is_kept,
        });
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next().unwrap();
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split('"').next().unwrap().replace("&amp;", "&"))
}

/// Every form that takes what people type.
async fn forms(given: &Given) -> Vec<Form> {
    let real = Real::of(given).await;
    let smederij = given.signed_in("smederij").await;
    let toetser = given.signed_in("toetser").await;
    let beheerder = given.signed_in("beheerder").await;
    let bewoner = given.signed_in("bewoner").await;
    let check = real.path("/werk/voorstellen/{id}/toets");
    let edit = real.path("/voorstellen/{id}/bewerken");
    let control = real.path("/werk/rondes/{round}");
    let key = real.path("/werk/rondes/{round}/sleutel");
    let with = |client: &Client| client.clone();
    // A short password is refused before anything is hashed.
    let short: &[(&str, &str)] = &[("password", "kort")];
    vec![
        Form::of(given.visitor(), "/account-maken", "repeated", short).await,
        Form::of(with(&beheerder), "/beheer/mensen", "repeated", short).await,
        Form::of(with(&smederij), "/werk/wijken", "voting_point", &[]).await,
        Form::of(with(&smederij), "/werk/rondes/nieuw", "max_choices", &[]).await,
        Form::of(
            with(&smederij),
            &real.path("/werk/rondes/{round}/instellen"),
            "max_choices",
            &[],
        )
        .await,
        Form::of(
            with(&smederij),
            &control,
            "public_reason",
            &[("step", "cancel")],
        )
        .await,
        Form::of(
            with(&smederij),
            &key,
            "name=\"card\"",
            &[("deed", "rehearse")],
        )
        .await,
        Form::of(
            with(&bewoner),
            &real.path("/rondes/{round}/voorstel-doen"),
            "wijk",
            &[],
        )
        .await,
        Form::of(with(&bewoner), &edit, "host_name", &[("deed", "submit")]).await,
        Form::of(with(&bewoner), &edit, "host_name", &[("deed", "cost")]).await,
        Form::of(with(&bewoner), &edit, "sure", &[("deed", "withdraw")]).await,
        Form::of(
            with(&toetser),
            &check,
            "value=\"answers\"",
            &[("deed", "answers")],
        )
        .await,
        Form::of(
            with(&toetser),
            &check,
            "value=\"opinion\"",
            &[("deed", "opinion")],
        )
        .await,
        Form::of(
            with(&toetser),
            &check,
            "value=\"decide\"",
            &[("deed", "decide")],
        )
        .await,
        Form::of(given.visitor(), "/stem", "name=\"code\"", &[]).await,
        Form::of(with_ballot(given, 0).await, "/stem/kiezen", "choices", &[]).await,
    ]
}

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
                    if answer.status == 422 && field.is_kept {
                        is_kept(&answer, typed, &what);
                    }
                }
            }
        }
    })
    .await;
}

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

#[tokio::test]
async fn signing_in_with_anything_is_just_wrong() {
    on_each_engine(|given| async move {
        for (n, typed) in TYPED.iter().enumerate() {
            let mut client = given.visitor_at(&format!("198.51.100.{n}:1"));
            let form = [("login", *typed), ("password", *typed), ("to", *typed)];
            let answer = client.post("/inloggen", &form).await;
            assert_eq!(answer.status, 422, "{typed:?}");
            is_plain(&answer, typed);
            is_kept(&answer, typed, typed);
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
        let job = given
            .jobs(given.round(Phase::Delivery).await.id)
            .await
            .unwrap()[0]
            .id
            .to_string();
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
                    vec![("deed", *typed), ("card", typed)],
                ),
                ("/werk/rondes/{round}/telling", vec![("card", *typed)]),
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

#[tokio::test]
async fn nothing_in_an_address_breaks_a_page_or_becomes_markup() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let mut client = given.signed_in("bewoner").await;
        let list = real.path("/rondes/{round}/voorstellen");
        for typed in TYPED.iter().chain(&["0", "-5", "4294967296"]) {
            let value: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
            for address in [
                format!("/logboek?page={value}"),
                format!("/inloggen?to={value}"),
                format!("/en/inloggen?to={value}"),
                format!("{list}?wijk={value}&family={value}&stand={value}&q={value}"),
                format!("/{value}"),
                format!("/rondes/{value}"),
                format!("/werk/{value}"),
                format!("/stem/{value}"),
                format!("/pkg/{value}"),
            ] {
                let answer = client.get(&address).await;
                is_plain(&answer, &address);
                assert!(
                    answer.status == 200 || answer.status == 404,
                    "{address}: {}",
                    answer.status
                );
            }
        }
        for (doubled, said) in [
            ("/logboek?page=1&page=2", "Dit begrijpen we niet"),
            ("/inloggen?to=a&to=b", "Dit begrijpen we niet"),
            ("/en/logboek?page=1&page=2", "We do not understand this"),
        ] {
            let answer = client.get(doubled).await;
            assert_eq!(answer.status, 400, "{doubled}");
            assert!(answer.body.contains(said), "{doubled}: {}", answer.body);
        }
        let answer = client.get("/x\"onmouseover=\"alert(1)").await;
        assert!(
            !answer.body.contains("x\"onmouseover"),
            "an address ends no attribute"
        );
    })
    .await;
}

#[tokio::test]
async fn a_proposal_with_signs_of_markup_is_shown_as_typed() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let edit = real.path("/voorstellen/{id}/bewerken");
        let mut bewoner = given.signed_in("bewoner").await;
        let form = Form::of(bewoner.clone(), &edit, "host_name", &[]).await;
        let mut filled: Vec<(&str, &str)> = form.filled();
        let evil = "Tuin & <b>hek</b> <img src=x onerror=alert(1)>";
        filled.retain(|(name, _)| {
            !["title", "description", "guidance", "host_kind", "host_name"].contains(name)
        });
        filled.extend([
            ("title", evil),
            ("description", evil),
            ("guidance", evil),
            ("host_name", evil),
            ("host_kind", "foundation"),
        ]);
        filled.push(("deed", "keep"));
        let answer = bewoner.post(&edit, &filled).await;
        assert_eq!(answer.status, 303);
        let shown = bewoner
            .get(&real.path("/voorstellen/{id}/bewerken"))
            .await
            .body
            + &bewoner.get(&edit.replace("/bewerken", "")).await.body
            + &bewoner.get("/mijn").await.body;
        if let Some(at) = shown.find("<b>hek").or(shown.find("<img")) {
            let around: String = shown
                .chars()
                .skip(at.saturating_sub(150))
                .take(250)
                .collect();
            panic!("as markup: {around}");
        }
        assert!(
            shown.contains("&lt;b&gt;hek&lt;/b&gt;"),
            "and always as typed"
        );
    })
    .await;
}

const FORM: &str = "application/x-www-form-urlencoded";

/// Not our fault, and nothing of it is markup.
fn is_plain(answer: &Answer, what: &str) {
    assert!(!answer.status.is_server_error(), "{what}");
    assert!(!answer.body.contains("<script>alert"), "{what}: as markup");
}

/// What was typed stands in the page.
fn is_kept(answer: &Answer, typed: &str, what: &str) {
    let is_there = match typed {
        SCRIPT => {
            answer.body.contains(ESCAPED)
                || answer
                    .body
                    .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"")
        }
        RTL | EMOJI | "-1" | "1000000000000" | "NaN" => answer.body.contains(typed),
        _ => true,
    };
    assert!(is_there, "{what}: what was typed is gone");
}

#[test]
fn the_forms_of_this_file_are_all_forms_of_the_site() {
    let named: BTreeSet<&str> = [
        "/inloggen",
        "/uitloggen",
        "/account-maken",
        "/beheer/mensen",
        "/werk/wijken",
        "/werk/rondes/nieuw",
        "/werk/rondes/{round}/instellen",
        "/werk/rondes/{round}/kopie",
        "/werk/rondes/{round}/stap",
        "/werk/rondes/{round}/sleutel",
        "/werk/rondes/{round}/brieven",
        "/werk/rondes/{round}/telling",
        "/rondes/{round}/voorstel-doen",
        "/voorstellen/{id}/bewerken",
        "/werk/voorstellen/{id}/toets",
        "/stem",
        "/stem/kiezen",
        "/stem/controle",
        "/werk/rondes/{round}/banen",
        "/werk/rondes/{round}/besluit",
        "/demo/inloggen",
        "/demo/klok",
    ]
    .into();
    let posting: BTreeSet<&str> = PATHS
        .iter()
        .filter(|(.., methods)| methods.contains("POST"))
        .map(|(path, ..)| *path)
        .collect();
    assert_eq!(named, posting, "a new form joins the tests of this file");
}
