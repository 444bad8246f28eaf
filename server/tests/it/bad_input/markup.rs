//! Signs of markup in what residents write.

use super::forms::Form;
use crate::{given::on_each_engine, paths::Real};

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
