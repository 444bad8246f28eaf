//! What to do when one's words are not in the list.

use leptos::prelude::*;

use super::{paths, search::Search};
use crate::web::{
    texts::{href, t, tf},
    time,
};

pub fn view(search: &Search) -> AnyView {
    let moment = time::moment(search.until);
    let with_letter = if search.now < search.until {
        let places = search.round.wijken.iter();
        let places: Vec<&str> = places
            .map(|entry| entry.wijk.voting_point.as_str())
            .collect();
        let values = [("moment", &*moment), ("places", &places.join(", "))];
        let letter = href(paths::Letter {
            round: search.round.id,
        });
        view! {
            <p>{tf("finding.help.letter", &values)}</p>
            <p><a href=letter>{t("finding.help.letter_link")}</a></p>
        }
        .into_any()
    } else {
        view! { <p>{tf("finding.help.over", &[("moment", &moment)])}</p> }.into_any()
    };
    view! {
        <section id="hulp">
            <h2>{t("finding.help.title")}</h2>
            <ul>
                <li>{t("finding.help.again")}</li>
                <li>{t("finding.help.lost")}</li>
                <li>{t("finding.help.other")}</li>
            </ul>
            {with_letter}
        </section>
    }
    .into_any()
}
