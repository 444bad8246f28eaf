//! Anything in an address.

use super::{TYPED, is_plain};
use crate::{given::on_each_engine, paths::Real};

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
