//! A deed that succeeded is told once: not at a reload, not by an address, not to somebody else.

use crate::given::on_each_engine;

#[tokio::test]
async fn a_kept_draft_is_told_once_after_the_deed() {
    on_each_engine(|given| async move {
        let mut author = given.signed_in("bewoner").await;
        let path = format!("/voorstellen/{}/bewerken", given.own_draft().await);
        let kept = author
            .post(&path, &[("deed", "keep"), ("title", "Fietsen maken")])
            .await;
        assert_eq!(kept.location(), path, "no word in the address");
        assert!(author.follow(&kept).await.body.contains("Bewaard"));
        assert!(
            !author.get(&path).await.body.contains("Bewaard"),
            "reloaded"
        );
    })
    .await;
}

#[tokio::test]
async fn an_address_tells_no_deed_that_was_not_done() {
    on_each_engine(|given| async move {
        let mut author = given.signed_in("bewoner").await;
        let page = author.get("/mijn?ingetrokken=1").await;
        assert!(!page.body.contains("is ingetrokken"));
        author
            .cookies
            .insert("__Host-gedaan".to_owned(), "<b>iets</b>".to_owned());
        let page = author.get("/mijn").await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("iets</b>") && !page.page().has("b"));
    })
    .await;
}
