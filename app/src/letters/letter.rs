//! A letter with a voting code, as it comes out of the printer.
//!
//! In Dutch whatever the language of the page: it goes to residents. Three sentences in other languages say where help is.

use domain::{
    ballot_box::LetterKind,
    phase::Phase,
    round::{Round, RoundWijk},
};
use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;
use store::ballot_box::Letter;

use crate::web::{
    texts::{Lang, count, speak, t, tf},
    time,
};

/// White modules around the pattern that a camera needs.
const QUIET: usize = 4;

/// One letter, what stands in one envelope at the desk, or the code of one ballot on paper.
pub fn letter(round: &Round, entry: &RoundWijk, letter: &Letter, base_url: &str) -> AnyView {
    speak(Lang::Nl, || match letter.kind {
        LetterKind::Letter => sheet("rounds.letter.head", round, entry, letter, base_url),
        LetterKind::Reserve => sheet("rounds.letter.head_reserve", round, entry, letter, base_url),
        LetterKind::Paper => paper(round, entry, letter),
    })
}

/// A code, group by group, so that it breaks where it must.
fn groups(code: &str) -> impl IntoView + use<> {
    code.split('-')
        .map(|group| view! { <span>{group.to_owned()}</span> " " })
        .collect_view()
}

/// The code of a ballot on paper: nobody can vote with it on the site.
fn paper(round: &Round, entry: &RoundWijk, letter: &Letter) -> AnyView {
    let code = letter.code.to_string();
    let number = count(letter.number.into());
    let said = [("wijk", entry.wijk.name.as_str()), ("number", &number)];
    view! {
        <article class="wb-letter" lang="nl">
            <h2 dir="auto">{round.title.clone()}</h2>
            <p>{tf("rounds.letter.head_paper", &said)}</p>
            {round.settings.trial.then(|| view! { <p><strong>{t("rounds.trial")}</strong></p> })}
            <div class="wb-letter__code-block">
                <p class="wb-letter__code">{groups(&code)}</p>
                <div class="wb-letter__qr">{qr(&code.replace('-', ""), t("rounds.letter.qr_paper"))}</div>
            </div>
            <p>{t("rounds.letter.paper")}</p>
        </article>
    }
    .into_any()
}

fn sheet(head: &str, round: &Round, entry: &RoundWijk, letter: &Letter, base_url: &str) -> AnyView {
    let code = letter.code.to_string();
    let groups = groups(&code);
    let address = format!("{base_url}/stem");
    let until = round
        .starts(Phase::Closed)
        .map(time::moment)
        .unwrap_or_default();
    let help = entry.wijk.voting_point.clone();
    let number = count(letter.number.into());
    let site = address
        .split_once("://")
        .map_or(address.as_str(), |(_, rest)| rest)
        .to_owned();
    view! {
        <article class="wb-letter" lang="nl">
            <h2 dir="auto">{round.title.clone()}</h2>
            <p>{tf(head, &[("wijk", &entry.wijk.name), ("number", &number)])}</p>
            {round.settings.trial.then(|| view! { <p><strong>{t("rounds.trial")}</strong></p> })}
            <p>{t("rounds.letter.lead")}</p>
            <div class="wb-letter__code-block">
                <div>
                    <p>{t("rounds.letter.code")}</p>
                    <p class="wb-letter__code">{groups}</p>
                </div>
                <div class="wb-letter__qr">{qr(&format!("{address}#{}", code.replace('-', "")), t("rounds.letter.qr"))}</div>
            </div>
            <ol class="wb-letter__steps">
                <li>{tf("rounds.letter.step_go", &[("site", &site)])}</li>
                <li>{t("rounds.letter.step_code")}</li>
                <li>{t("rounds.letter.step_choose")}</li>
                <li>{t("rounds.letter.step_send")}</li>
            </ol>
            <p><strong>{tf("rounds.letter.until", &[("moment", &until)])}</strong></p>
            <p>{tf("rounds.letter.help", &[("place", &help)])}</p>
            <p><strong>{t("rounds.letter.secret")}</strong></p>
            <ul>
                <li lang="en">"Do you need help? Come to " <bdi>{help.clone()}</bdi> ". Bring this letter."</li>
                <li lang="ar" dir="rtl">"هل تحتاج إلى مساعدة؟ تعال إلى " <bdi>{help.clone()}</bdi> ". أحضر هذه الرسالة معك."</li>
                <li lang="tr">"Yardıma mı ihtiyacınız var? Bu mektupla buraya gelin: " <bdi>{help.clone()}</bdi> "."</li>
            </ul>
        </article>
    }
    .into_any()
}

/// A text to scan, such as the address with the code; it can still be typed.
pub fn qr(content: &str, label: String) -> Option<AnyView> {
    let (path, size) = modules(content)?;
    let view_box = format!("0 0 {size} {size}");
    Some(
        view! {
            <svg viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                <path d=path fill="#000"/>
            </svg>
        }
        .into_any(),
    )
}

/// The dark modules as one path, run by run, and the size of the whole with its white edge.
fn modules(content: &str) -> Option<(String, usize)> {
    let code = QRBuilder::new(content).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let run = row
                .iter()
                .skip(x)
                .take(code.size - x)
                .take_while(|module| module.value())
                .count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    Some((path, code.size + 2 * QUIET))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_drawn_within_its_white_edge() {
        let (path, size) = modules("https://stem.voorbeeld.nl/stem#0123456789ABCDEF").unwrap();
        // The first finder pattern begins with seven dark modules in a row.
        assert!(
            path.starts_with(&format!("M{QUIET} {QUIET}h7v1h-7z")),
            "{}",
            &path[..20]
        );
        assert!((29..=60).contains(&size));
    }
}
