use leptos::prelude::*;

use domain::proposal::Family;

use super::*;

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        provide_context(ErrorPrefix("Fout:".into()));
        view().to_html()
    })
}

#[test]
fn label_hint_and_error_are_tied_to_the_field() {
    let label = Label::new("plaats", "Plaats")
        .with_hint("Waar?".to_owned())
        .with_error("Vul een plaats in.".to_owned());
    let html = html(|| view! { <TextField label=label/> });
    assert!(html.contains(r#"for="plaats""#), "{html}");
    assert!(
        html.contains(r#"aria-describedby="plaats-hint plaats-error""#),
        "{html}"
    );
    assert!(html.contains(r#"aria-invalid="true""#), "{html}");
    assert!(html.contains("Fout:"), "{html}");
}

#[test]
fn a_field_without_remarks_describes_nothing() {
    let html = html(|| view! { <TextField label=Label::new("plaats", "Plaats")/> });
    assert!(!html.contains("aria-describedby"), "{html}");
    assert!(!html.contains("aria-invalid"), "{html}");
}

#[test]
fn no_faults_give_no_summary() {
    assert!(
        !html(|| view! { <ErrorSummary title="Er ging iets mis" faults=vec![]/> }).contains("role")
    );
}

#[test]
fn the_summary_leads_to_the_first_radio() {
    let faults = vec![("soort".to_owned(), "Kies een soort.".to_owned())];
    let html = html(|| {
        view! {
            <ErrorSummary title="Er ging iets mis" faults=faults/>
            <Radios label=Label::new("soort", "Soort") options=vec![Choice::new("a", "A"), Choice::new("b", "B")] value=""/>
        }
    });
    assert!(
        html.contains(r##"href="#soort""##)
            && html.contains(r#"id="soort""#)
            && html.contains(r#"id="soort-2""#),
        "{html}"
    );
}

#[test]
fn a_meter_over_its_total_says_so_and_stays_within_its_frame() {
    let html = html(
        || view! { <BudgetMeter label="Budget" used_cents=10_000 total_cents=8_000 text="€ 20 te veel"/> },
    );
    assert!(
        html.contains("wb-meter--over") && html.contains(r#"x="80.0%""#),
        "{html}"
    );
}

#[test]
fn a_strip_of_nothing_divides_by_nothing() {
    let html = html(|| view! { <BudgetStrip segments=vec![] total_cents=0 text="Geen budget"/> });
    assert!(html.contains("Geen budget"), "{html}");
}

#[test]
fn every_family_has_its_own_drawing() {
    let mut drawings: Vec<String> = Family::ALL
        .iter()
        .map(|family| html(|| view! { <Pictogram family=family.name()/> }))
        .collect();
    drawings.sort();
    drawings.dedup();
    assert_eq!(drawings.len(), Family::ALL.len());
}

#[test]
fn nothing_carries_a_style_attribute() {
    let html = html(|| {
        view! {
            <Header home="/" place="Ons Dorp" nav_label="Site" nav=vec![NavItem::new("/", "Begin")] languages=vec![]>"Wie"</Header>
            <BudgetMeter label="Budget" used_cents=1 total_cents=3 text="1 van 3"/>
            <Footer nav_label="Voet" links=vec![]>"Waar"</Footer>
        }
    });
    assert!(!html.contains("style="), "{html}");
}

#[test]
fn a_text_cannot_end_its_own_field() {
    let html = html(
        || view! { <TextArea label=Label::new("tekst", "Tekst") value="</textarea><script>&lt;" rows=3/> },
    );
    assert!(
        html.contains("&lt;/textarea&gt;&lt;script&gt;&amp;lt;</textarea>"),
        "{html}"
    );
}
