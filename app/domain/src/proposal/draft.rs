//! A proposal as typed, and the entry gates: social host, rung of the ladder, cap.

use serde::{Deserialize, Serialize};

use super::{CostCategory, CostLine, Family, HostKind, Lasting, LegalBasis, Proposal, Rung};
use crate::{
    euro::{Euro, EuroFault},
    fault::{Fault, Faults, What, choice, number},
    text::{self, TextFault},
};

/// A cost line as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CostLineDraft {
    /// In words.
    pub label: String,
    /// Amount as typed.
    pub amount: String,
}

/// A proposal as typed: kept as it is until it is handed in, so that nobody loses a word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "each field is the text typed for the field of the same name in `Proposal`"
)]
pub struct ProposalDraft {
    pub title: String,
    pub description: String,
    pub family: String,
    pub host_name: String,
    pub host_kind: String,
    pub hours: String,
    pub places: String,
    pub lasting: String,
    pub months: String,
    pub legal_basis: String,
    pub guidance: String,
    pub growth: String,
    /// One a category, in the order of [`CostCategory::ALL`].
    pub costs: Vec<CostLineDraft>,
}

/// Limits of a round for its proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most a place may cost a year.
    pub cap: Euro,
    /// The most volunteer allowance a year that stays free of tax; an amount with a date, from the settings.
    pub allowance: Euro,
}

/// The most that volunteers may get untaxed in 2026, a year (README.md#the-cap).
pub const VOLUNTEER_ALLOWANCE_2026: Euro = Euro::whole(2_200);

impl ProposalDraft {
    /// The checked proposal, or everything that is wrong, each at its field.
    ///
    /// # Errors
    /// A [`Fault`] per field; among them the entry gates: social host, rung of the ladder, cap.
    pub fn check(&self, limits: Limits) -> Result<Proposal, Vec<Fault>> {
        let mut faults = Faults::default();
        let line = |typed: &str, max| text::line(typed, max).map_err(What::from);
        let paragraph = |typed: &str, max| text::paragraph(typed, max).map_err(What::from);

        let title = faults.take(
            "title",
            text::paragraph(&self.title, 80).and_then(|t| text::line(&t, 80)),
        );
        let family = faults.keep("family", choice(&self.family));
        let description = faults.take("description", paragraph(&self.description, 2_000));
        let host_name = faults.take("host_name", line(&self.host_name, 80));
        let host_kind = faults.keep("host_kind", choice(&self.host_kind));
        // A host is a social organisation without profit motive, or the municipality (README.md#displacement).
        if host_kind == Some(HostKind::Company) {
            faults.note("host_kind", What::NotSocial);
        }
        let hours = faults.take("hours", number(&self.hours, 4, 36));
        let places = faults.take("places", number(&self.places, 1, 20));
        let lasting = faults.keep("lasting", choice(&self.lasting));
        let months = self.check_lasting(lasting, &mut faults);
        let legal_basis = faults.keep("legal_basis", choice(&self.legal_basis));
        let guidance = faults.take("guidance", paragraph(&self.guidance, 500));
        let growth = faults.take("growth", paragraph(&self.growth, 500));
        let costs = self.check_costs(limits, &mut faults);

        // A placeholder never leaves this function: where a choice is missing, a fault stands in the list.
        faults.or(Proposal {
            title,
            description,
            family: family.unwrap_or(Family::Other),
            host_name,
            host_kind: host_kind.unwrap_or(HostKind::Foundation),
            hours,
            places,
            lasting: lasting.unwrap_or(Lasting::Permanent),
            months,
            legal_basis: legal_basis.unwrap_or(LegalBasis::SocialActivation),
            guidance,
            growth,
            costs,
        })
    }

    /// Incidental work is rung 2, and the author is told so.
    fn check_lasting(&self, lasting: Option<Lasting>, faults: &mut Faults) -> Option<u16> {
        match lasting {
            Some(Lasting::Incidental) => faults.note("lasting", What::OtherRung(Rung::Citizenship)),
            Some(Lasting::LongTerm) => return faults.keep("months", number(&self.months, 6, 120)),
            Some(Lasting::Permanent) | None => {}
        }
        None
    }

    fn check_costs(&self, limits: Limits, faults: &mut Faults) -> Vec<CostLine> {
        let mut costs = Vec::new();
        for (&category, typed) in CostCategory::ALL.iter().zip(&self.costs) {
            let field = format!("cost-{category}");
            let amount = match Euro::parse(&typed.amount) {
                Ok(Euro::ZERO) | Err(EuroFault::Empty) => continue,
                Ok(amount) => amount,
                Err(fault) => {
                    faults.note(&field, fault.into());
                    continue;
                }
            };
            if category == CostCategory::VolunteerAllowance && amount > limits.allowance {
                faults.note(
                    &field,
                    What::OverAllowance {
                        max: limits.allowance,
                    },
                );
            }
            let label = match text::paragraph(&typed.label, 120) {
                Ok(label) => label,
                Err(TextFault::Empty) => String::new(),
                Err(fault) => {
                    faults.note(&format!("label-{category}"), fault.into());
                    continue;
                }
            };
            costs.push(CostLine {
                category,
                label,
                amount,
            });
        }
        let cost: Euro = costs.iter().map(|line| line.amount).sum();
        if costs.is_empty() {
            faults.note("costs", What::TooFew { min: 1 });
        } else if cost > limits.cap {
            faults.note(
                "costs",
                What::OverCap {
                    cost,
                    cap: limits.cap,
                },
            );
        }
        costs
    }

    /// What the typed lines add up to so far; lines that cannot be read count as nothing.
    #[must_use]
    pub fn cost_so_far(&self) -> Euro {
        self.costs
            .iter()
            .filter_map(|line| Euro::parse(&line.amount).ok())
            .sum()
    }
}

impl From<&Proposal> for ProposalDraft {
    fn from(proposal: &Proposal) -> Self {
        let costs = CostCategory::ALL
            .iter()
            .map(|&category| {
                let mut lines = proposal
                    .costs
                    .iter()
                    .filter(|line| line.category == category)
                    .peekable();
                if lines.peek().is_none() {
                    return CostLineDraft::default();
                }
                let (labels, amounts): (Vec<_>, Vec<_>) =
                    lines.map(|line| (line.label.as_str(), line.amount)).unzip();
                CostLineDraft {
                    label: labels.join("; "),
                    amount: amounts.into_iter().sum::<Euro>().plain(),
                }
            })
            .collect();
        Self {
            title: proposal.title.clone(),
            description: proposal.description.clone(),
            family: proposal.family.to_string(),
            host_name: proposal.host_name.clone(),
            host_kind: proposal.host_kind.to_string(),
            hours: proposal.hours.to_string(),
            places: proposal.places.to_string(),
            lasting: proposal.lasting.to_string(),
            months: proposal
                .months
                .map_or_else(String::new, |months| months.to_string()),
            legal_basis: proposal.legal_basis.to_string(),
            guidance: proposal.guidance.clone(),
            growth: proposal.growth.clone(),
            costs,
        }
    }
}
