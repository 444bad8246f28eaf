//! Every form of the site that takes what people type.

use std::collections::BTreeSet;

use crate::{
    client::{Answer, Client},
    given::Given,
    paths::{PATHS, Real},
    voting::with_ballot,
};

/// One form of the site.
pub struct Form {
    pub client: Client,
    pub action: String,
    pub fields: Vec<Field>,
    /// Which of several deeds to do, and what else goes along.
    fixed: Vec<(&'static str, &'static str)>,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub value: String,
    /// Text that a person typed, which stays on the page.
    pub is_kept: bool,
}

impl Form {
    /// The form on `page` that has `marker` in it.
    pub async fn of(
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

    pub async fn send(&mut self, fields: &[(&str, &str)]) -> Answer {
        let all: Vec<(&str, &str)> = fields.iter().chain(&self.fixed).copied().collect();
        self.client.post(&self.action.clone(), &all).await
    }

    pub fn filled(&self) -> Vec<(&str, &str)> {
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
pub async fn forms(given: &Given) -> Vec<Form> {
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
