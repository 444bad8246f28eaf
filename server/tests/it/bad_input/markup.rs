//! Signs of markup in what residents write.

use super::forms::Form;
use crate::{given::on_each_engine, paths::Real};

#[tokio::test]
async fn a_proposal_with_signs_of_markup_is_shown_as_typed() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let edit = real.path("/voorstellen/{id}/bewerken");
        let mut bewoner = given.signed_in("bewoner").await;
        let form = Form::of(bewoner.clone(), &edit, "[name=host_name]", &[]).await;
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
        let mine = bewoner.get("/mijn").await;
        let own = bewoner.get(&edit).await;
        let public = bewoner.get(&edit.replace("/bewerken", "")).await;
        for answer in [&mine, &own, &public] {
            let page = answer.page();
            let markup = ["b", "img"].map(|tag| page.texts(tag));
            assert!(!page.has("img[src=x]"), "as markup: {markup:?}");
            assert!(!page.texts("b").contains(&"hek".to_owned()), "{markup:?}");
        }
        for field in ["title", "description", "guidance", "host_name"] {
            assert_eq!(own.page().value(field), evil, "always as typed");
        }
        assert!(public.page().text("main").contains(evil), "to others too");
        assert!(mine.page().text("main").contains(evil), "and in a list");
    })
    .await;
}
