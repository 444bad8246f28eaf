//! A proposal as typed, and the entry gates: social host, rung of the ladder, cap.

use serde::{Deserialize, Serialize};

use super::{CostCategory, CostLine, Family, HostKind, Lasting, LegalBasis, Proposal};
use crate::{
    euro::{Euro, EuroFault},
    fault::{Fault, Faults, What, choice, number},
    fields::fields,
    ladder::Rung,
    notation::Notation,
    round::Round,
    text::{self, TextFault},
};

fields! {
    /// What each cost comes to for one place a year, as typed: `cost_guidance`.
    CostAmounts("cost_": CostCategory);
    /// Each cost in words, as typed: `label_guidance`.
    CostLabels("label_": CostCategory);
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
    #[serde(flatten)]
    pub amounts: CostAmounts,
    #[serde(flatten)]
    pub labels: CostLabels,
}

/// A proposal that passed the entry gates, with the words it was typed in: what can be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedProposal {
    draft: ProposalDraft,
    content: Proposal,
}

impl CheckedProposal {
    /// As typed, for when its author changes it.
    #[must_use]
    pub const fn draft(&self) -> &ProposalDraft {
        &self.draft
    }

    /// What it says.
    #[must_use]
    pub const fn content(&self) -> &Proposal {
        &self.content
    }
}

/// Limits of a round for its proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most a place may cost a year.
    pub cap: Euro,
    /// The most volunteer allowance a year that stays free of tax; an amount with a date, from the settings.
    pub allowance: Euro,
}

impl Limits {
    /// The limits that hold in a round.
    #[must_use]
    pub const fn of(round: &Round) -> Self {
        Self {
            cap: round.settings.cap,
            allowance: VOLUNTEER_ALLOWANCE_2026,
        }
    }
}

/// The most that volunteers may get untaxed in 2026, a year (README.md#the-cap).
pub const VOLUNTEER_ALLOWANCE_2026: Euro = Euro::whole(2_200);

impl ProposalDraft {
    /// The checked proposal, or everything that is wrong, each at its field.
    ///
    /// # Errors
    /// A [`Fault`] per field; among them the entry gates: social host, rung of the ladder, cap.
    pub fn check(&self, limits: Limits, notation: Notation) -> Result<CheckedProposal, Vec<Fault>> {
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
        let hours = faults.take("hours", number(&self.hours, notation, 4, 36));
        let places = faults.take("places", number(&self.places, notation, 1, 20));
        let lasting = faults.keep("lasting", choice(&self.lasting));
        let months = self.check_lasting(lasting, notation, &mut faults);
        let legal_basis = faults.keep("legal_basis", choice(&self.legal_basis));
        let guidance = faults.take("guidance", paragraph(&self.guidance, 500));
        let growth = faults.take("growth", paragraph(&self.growth, 500));
        let costs = self.check_costs(limits, notation, &mut faults);

        // A placeholder never leaves this function: where a choice is missing, a fault stands in the list.
        let content = Proposal {
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
        };
        faults.or(CheckedProposal {
            draft: self.clone(),
            content,
        })
    }

    /// Incidental work is rung 2, and the author is told so.
    fn check_lasting(
        &self,
        lasting: Option<Lasting>,
        notation: Notation,
        faults: &mut Faults,
    ) -> Option<u16> {
        match lasting {
            Some(Lasting::Incidental) => faults.note("lasting", What::OtherRung(Rung::Citizenship)),
            Some(Lasting::LongTerm) => {
                return faults.keep("months", number(&self.months, notation, 6, 120));
            }
            Some(Lasting::Permanent) | None => {}
        }
        None
    }

    fn check_costs(
        &self,
        limits: Limits,
        notation: Notation,
        faults: &mut Faults,
    ) -> Vec<CostLine> {
        let lines = CostCategory::ALL.iter();
        let costs: Vec<CostLine> = lines
            .filter_map(|&category| self.check_cost(category, limits, notation, faults))
            .collect();
        let cost: Euro = costs.iter().map(|line| line.amount).sum();
        if costs.is_empty() {
            faults.note("costs", What::NoCosts);
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

    /// One cost; nothing typed and nil are no cost.
    fn check_cost(
        &self,
        category: CostCategory,
        limits: Limits,
        notation: Notation,
        faults: &mut Faults,
    ) -> Option<CostLine> {
        let field = CostAmounts::field(category);
        let amount = match Euro::parse(self.amounts.get(category), notation) {
            Ok(Euro::ZERO) | Err(EuroFault::Empty) => return None,
            typed => faults.keep(&field, typed)?,
        };
        if category == CostCategory::VolunteerAllowance && amount > limits.allowance {
            faults.note(
                &field,
                What::OverAllowance {
                    max: limits.allowance,
                },
            );
        }
        let label = match text::paragraph(self.labels.get(category), 120) {
            Err(TextFault::Empty) => String::new(),
            typed => faults.keep(&CostLabels::field(category), typed)?,
        };
        Some(CostLine {
            category,
            label,
            amount,
        })
    }

    /// What the typed lines add up to so far; lines that cannot be read count as nothing.
    #[must_use]
    pub fn cost_so_far(&self, notation: Notation) -> Euro {
        CostCategory::ALL
            .iter()
            .filter_map(|&category| Euro::parse(self.amounts.get(category), notation).ok())
            .sum()
    }
}
