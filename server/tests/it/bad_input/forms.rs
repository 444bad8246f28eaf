//! Every form of the site that takes what people type.

use std::collections::BTreeSet;

use crate::{
    client::{Answer, Client},
    given::Given,
    page::Field,
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

impl Form {
    /// The form on `page` that holds such an element.
    pub async fn of(
        mut client: Client,
        page: &str,
        holding: &str,
        fixed: &[(&'static str, &'static str)],
    ) -> Self {
        let shown = client.get(page).await.page();
        let (action, mut fields) = shown
            .form(holding)
            .unwrap_or_else(|| panic!("{page} has no form with {holding}"));
        let fixed = fixed.to_vec();
        fields.retain(|field| fixed.iter().all(|(name, _)| *name != field.name));
        assert!(
            !fields.is_empty() || !fixed.is_empty(),
            "{page} has an empty form"
        );
        Self {
            client,
            action: action.unwrap_or(page).to_owned(),
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

/// Whether a field shows again what a person typed in it: secrets it does not, and a choice or a date only a good one.
pub fn is_kept(field: &Field) -> bool {
    let is_secret =
        ["password", "code"].contains(&field.name.as_str()) || field.name.starts_with("card_");
    !is_secret && ["text", "textarea"].contains(&field.kind.as_str())
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
    let proposing = given.round(domain::phase::Phase::Proposing).await.id;
    let key_to_make = format!("/werk/rondes/{proposing}/sleutel");
    let with = |client: &Client| client.clone();
    // A short password is refused before anything is hashed.
    let short: &[(&str, &str)] = &[("password", "kort")];
    vec![
        Form::of(given.visitor(), "/account-maken", "[name=repeated]", short).await,
        Form::of(with(&beheerder), "/beheer/mensen", "[name=repeated]", short).await,
        Form::of(with(&smederij), "/werk/wijken", "[name=voting_point]", &[]).await,
        Form::of(
            with(&smederij),
            "/werk/rondes/nieuw",
            "[name=max_choices]",
            &[],
        )
        .await,
        Form::of(
            with(&smederij),
            &real.path("/werk/rondes/{round}/instellen"),
            "[name=max_choices]",
            &[],
        )
        .await,
        Form::of(
            with(&smederij),
            &control,
            "[name=public_reason]",
            &[("step", "cancel")],
        )
        .await,
        Form::of(
            with(&smederij),
            &real.path("/werk/rondes/{round}/data"),
            "[name=public_reason]",
            &[],
        )
        .await,
        Form::of(
            with(&smederij),
            &key,
            "[name=card_1_row_1]",
            &[("deed", "rehearse")],
        )
        .await,
        Form::of(
            with(&smederij),
            &key_to_make,
            "[name=holder_1]",
            &[("deed", "make")],
        )
        .await,
        Form::of(
            with(&bewoner),
            &real.path("/rondes/{round}/voorstel-doen"),
            "[name=wijk]",
            &[],
        )
        .await,
        Form::of(
            with(&bewoner),
            &edit,
            "[name=host_name]",
            &[("deed", "submit")],
        )
        .await,
        Form::of(
            with(&bewoner),
            &edit,
            "[name=host_name]",
            &[("deed", "cost")],
        )
        .await,
        Form::of(
            with(&bewoner),
            &edit,
            "[name=sure]",
            &[("deed", "withdraw")],
        )
        .await,
        Form::of(
            with(&toetser),
            &check,
            "[value=answers]",
            &[("deed", "answers")],
        )
        .await,
        Form::of(
            with(&toetser),
            &check,
            "[value=opinion]",
            &[("deed", "opinion")],
        )
        .await,
        Form::of(
            with(&toetser),
            &check,
            "[value=decide]",
            &[("deed", "decide")],
        )
        .await,
        Form::of(given.visitor(), "/stem", "[name=code]", &[]).await,
        Form::of(
            with_ballot(given, 0).await,
            "/stem/kiezen",
            "[name=choices]",
            &[],
        )
        .await,
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
        "/werk/rondes/{round}/data",
        "/werk/rondes/{round}/klaar",
        "/werk/rondes/{round}/weg",
        "/werk/rondes/{round}/kopie",
        "/werk/rondes/{round}/stap",
        "/werk/rondes/{round}/sleutel",
        "/werk/rondes/{round}/sleutel/kaart",
        "/werk/rondes/{round}/brieven",
        "/werk/rondes/{round}/brieven/kwijt",
        "/werk/rondes/{round}/brieven/{wijk}",
        "/werk/verzoeken/{request}",
        "/werk/rondes/{round}/telling",
        "/rondes/{round}/voorstel-doen",
        "/voorstellen/{id}/bewerken",
        "/werk/voorstellen/{id}/toets",
        "/stem",
        "/stem/kiezen",
        "/stem/controle",
        "/stem/klaar",
        "/rondes/{round}/vind-uw-stem",
        "/stem/{round}/in-de-lijst",
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
