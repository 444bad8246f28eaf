//! What a written file says about its election, beside what follows from the election itself.

use super::{meta::Meta, number::whole};

/// What a written file says about its election. An empty text is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// What was voted on. The format wants this, as it does the next five.
    pub description: String,
    /// The country, by its English name in ISO 3166.
    pub country: String,
    /// The municipality.
    pub unit: String,
    /// Which vote of the unit, such as its year.
    pub instance: String,
    /// First day of the vote: `dd.mm.yyyy`, or a year.
    pub date_begin: String,
    /// Last day of the vote.
    pub date_end: String,
    /// The rule in the words of the format, such as `equalshares/add1`; when empty, `unknown`.
    pub rule: String,
    /// The fewest choices on a ballot.
    pub min_length: Option<u32>,
    /// The most choices on a ballot. Of an order of preference it follows from the ballots.
    pub max_length: Option<u32>,
    /// The most points on a ballot. When absent where the format wants it, the most that a ballot has.
    pub max_sum_points: Option<u64>,
    /// The language, in two letters.
    pub language: String,
    /// The currency, in three letters.
    pub currency: String,
    /// Remarks, numbered `#1: … #2: …`; the first number is added when it is not there.
    pub comment: String,
    /// Other keys with their values. A key that stands here and above has the value from above.
    pub more: Vec<(String, String)>,
}

/// The keys of META in the order that pabulib-checker 1.0.8 wants.
const ORDER: [&str; 38] = [
    "description",
    "country",
    "unit",
    "district",
    "subunit",
    "instance",
    "num_projects",
    "num_votes",
    "budget",
    "vote_type",
    "rule",
    "date_begin",
    "date_end",
    "min_length",
    "max_length",
    "min_sum_cost",
    "max_sum_cost",
    "min_points",
    "max_points",
    "min_sum_points",
    "max_sum_points",
    "default_score",
    "min_project_cost",
    "max_project_cost",
    "min_project_score_threshold",
    "neighborhoods",
    "subdistricts",
    "categories",
    "edition",
    "language",
    "currency",
    "fully_funded",
    "experimental",
    "comment",
    "acknowledgments",
    "leftover_budget",
    "budget_per_category",
    "budget_per_neighborhood",
];

/// Keys that follow from the election. Points by default stand written out on the ballots.
const FOLLOWING: [&str; 5] = [
    "num_projects",
    "num_votes",
    "budget",
    "vote_type",
    "default_score",
];

impl Description {
    /// What a file that was read says about its election, but for what follows from the election.
    #[must_use]
    pub fn of(meta: &Meta) -> Self {
        let text = |key: &str| meta.get(key).unwrap_or_default().to_owned();
        let mut description = Self {
            description: text("description"),
            country: text("country"),
            unit: text("unit"),
            instance: text("instance"),
            date_begin: text("date_begin"),
            date_end: text("date_end"),
            rule: text("rule"),
            min_length: meta.min_length(),
            max_length: meta.max_length(),
            max_sum_points: meta
                .get("max_sum_points")
                .and_then(|number| whole(number, 0, u64::MAX).ok()),
            language: text("language"),
            currency: text("currency"),
            comment: text("comment"),
            more: Vec::new(),
        };
        let named = description.named();
        description.more = meta
            .pairs()
            .filter(|(key, _)| !named.iter().any(|(name, _)| name.eq_ignore_ascii_case(key)))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        description
    }

    /// The keys with their values in the order of the format, `following` being what follows from the election.
    pub(super) fn pairs(&self, following: Vec<(&'static str, String)>) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let named = following
            .into_iter()
            .chain(self.named())
            .map(|(key, value)| (key.to_owned(), value));
        let more = self.more.iter().cloned();
        let more = more.filter(|(key, _)| !FOLLOWING.iter().any(|it| it.eq_ignore_ascii_case(key)));
        for (key, value) in named.chain(more) {
            if !pairs.iter().any(|(it, _)| it.eq_ignore_ascii_case(&key)) {
                pairs.push((key, value));
            }
        }
        pairs.retain(|(key, value)| !key.is_empty() && !value.is_empty());
        // Stable: what the format does not know comes last, in its own order.
        pairs.sort_by_key(|(key, _)| ORDER.iter().position(|it| it == key).unwrap_or(ORDER.len()));
        pairs
    }

    fn named(&self) -> Vec<(&'static str, String)> {
        let number = |number: Option<u64>| number.map_or(String::new(), |it| it.to_string());
        let comment = match self.comment.as_str() {
            "" => String::new(),
            numbered if numbered.starts_with("#1: ") => numbered.to_owned(),
            bare => format!("#1: {bare}"),
        };
        let rule = match self.rule.as_str() {
            "" => "unknown",
            rule => rule,
        };
        vec![
            ("description", self.description.clone()),
            ("country", self.country.clone()),
            ("unit", self.unit.clone()),
            ("instance", self.instance.clone()),
            ("date_begin", self.date_begin.clone()),
            ("date_end", self.date_end.clone()),
            ("rule", rule.to_owned()),
            ("min_length", number(self.min_length.map(u64::from))),
            ("max_length", number(self.max_length.map(u64::from))),
            ("max_sum_points", number(self.max_sum_points)),
            ("language", self.language.clone()),
            ("currency", self.currency.clone()),
            ("comment", comment),
        ]
    }
}
