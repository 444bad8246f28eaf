//! Why a job won or did not, in words: every number comes from the count itself.

use domain::count::{Award, Tie, Why};

use crate::texts::{count, money, t, tf, tn};

/// The reason for one award.
pub fn reason(award: &Award) -> String {
    let votes = tn("outcomes.votes", award.votes, &[]);
    let values = [
        ("votes", &*votes),
        ("cost", &money(award.cost)),
        ("left", &money(award.left_before)),
    ];
    let why = match award.why {
        Why::Fits => tf("outcomes.why.fits", &values),
        Why::Short(short) => tf("outcomes.why.short", &values).replace("{short}", &money(short)),
        Why::NoVotes => t("outcomes.why.no_votes"),
    };
    let tie = match award.tie {
        None => return why,
        Some(Tie::Cost) => t("outcomes.tie.cost"),
        Some(Tie::Lot) => t("outcomes.tie.lot"),
    };
    format!("{why} {tie}")
}

/// `15,9 %`.
pub fn percent(per_mille: u64) -> String {
    let comma = if crate::texts::spoken() == crate::texts::Lang::En {
        '.'
    } else {
        ','
    };
    format!("{}{comma}{}\u{a0}%", count(per_mille / 10), per_mille % 10)
}
