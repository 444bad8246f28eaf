//! The pictures of the explanation: neighbours as little figures, and their purses. What they show stands beside them in
//! words, so they are hidden from screen readers.

use leptos::prelude::*;

use super::example::{Home, Purse};

/// From one figure to the next, and the gap between the two groups.
const STEP: u64 = 26;
const GAP: u64 = 14;
/// How high a full purse is.
const FULL: u64 = 64;

/// Everybody in a row; those who are marked are filled in.
pub fn people(homes: &[Home], marks: &[bool]) -> AnyView {
    let figures = homes
        .iter()
        .zip(marks)
        .zip(places(homes))
        .map(|((home, mark), x)| figure(*home, *mark, x, 1))
        .collect_view();
    picture(homes, 46, figures.into_any())
}

/// Everybody with their purse above them: what is left is solid, what they pay now is striped, what is gone is empty.
pub fn purses(homes: &[Home], purses: &[Purse], share: u64) -> AnyView {
    let columns = homes
        .iter()
        .zip(purses)
        .zip(places(homes))
        .map(|((home, purse), x)| {
            let height = |cents: u64| (cents * FULL).checked_div(share).unwrap_or_default();
            let (left, paid) = (height(purse.left), height(purse.paid));
            let middle = x + 11;
            view! {
                <rect class="wb-people__purse" x=x + 1 y="1" width="20" height=FULL/>
                <rect class="wb-people__left" x=x + 1 y=1 + FULL - left width="20" height=left/>
                <line
                    class="wb-people__paid" x1=middle x2=middle y1=1 + FULL - left - paid y2=1 + FULL - left
                    stroke-width="20" stroke-dasharray="3 3"
                />
                {figure(*home, purse.paid > 0, x, FULL + 8)}
            }
        })
        .collect_view();
    picture(homes, FULL + 54, columns.into_any())
}

/// One figure in a line of text.
pub fn one(home: Home, mark: bool) -> impl IntoView {
    view! {
        <svg class="wb-people wb-people--one" width="22" height="46" viewBox="0 0 22 46" aria-hidden="true" focusable="false">
            {figure(home, mark, 0, 1)}
        </svg>
    }
}

/// One purse in a line of text: full, half spent just now, or empty.
pub fn one_purse(purse: Purse, share: u64) -> impl IntoView {
    let height = |cents: u64| (cents * 40).checked_div(share).unwrap_or_default();
    let (left, paid) = (height(purse.left), height(purse.paid));
    view! {
        <svg class="wb-people wb-people--one" width="22" height="42" viewBox="0 0 22 42" aria-hidden="true" focusable="false">
            <rect class="wb-people__purse" x="1" y="1" width="20" height="40"/>
            <rect class="wb-people__left" x="1" y=41 - left width="20" height=left/>
            <line class="wb-people__paid" x1="11" x2="11" y1=41 - left - paid y2=41 - left stroke-width="20" stroke-dasharray="3 3"/>
        </svg>
    }
}

fn picture(homes: &[Home], height: u64, inside: AnyView) -> AnyView {
    let width = places(homes).last().map_or(0, |x| x + 22);
    view! {
        <svg class="wb-people" width=width height=height viewBox=format!("0 0 {width} {height}") aria-hidden="true" focusable="false">
            {inside}
        </svg>
    }
    .into_any()
}

/// Where each figure stands, with a gap where the next group begins.
fn places(homes: &[Home]) -> Vec<u64> {
    let mut x = 0;
    let mut before = homes.first();
    let mut places = Vec::new();
    for home in homes {
        if before != Some(home) {
            x += GAP;
        }
        places.push(x);
        x += STEP;
        before = Some(home);
    }
    places
}

/// Round for those who live in the street, angular for those on the square: the shape tells them apart too.
fn figure(home: Home, mark: bool, x: u64, y: u64) -> impl IntoView {
    let class = if mark {
        "wb-people__figure wb-people__figure--yes"
    } else {
        "wb-people__figure"
    };
    let shape = match home {
        Home::Street => "M11 1a6 6 0 1 0 .01 0zM2 43V26a9 9 0 0 1 18 0v17z",
        Home::Square => "M5 1h12v12H5zM6 18h10l5 25H1z",
    };
    view! { <path class=class transform=format!("translate({x} {y})") d=shape/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_apart_and_purses_stay_within_their_frame() {
        let homes = [Home::Street, Home::Street, Home::Square];
        assert_eq!(places(&homes), [0, 26, 66]);
        let owner = Owner::new();
        let html = owner.with(|| {
            purses(
                &homes,
                &[Purse {
                    left: 100,
                    paid: 300,
                }; 3],
                400,
            )
            .to_html()
        });
        assert!(html.contains(r#"y1="1" y2="49""#), "{html}");
        assert!(!html.contains("style="), "{html}");
    }
}
