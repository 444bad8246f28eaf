//! What residents hand in: work that could become a wijkbasisbaan, with what it costs.

use serde::{Deserialize, Serialize};

use crate::{
    euro::{Euro, EuroFault},
    fault::{Fault, Faults, What, choice, number},
    named,
    text::{self, TextFault},
};

named! {
    /// Kind of work, with its own pictogram.
    pub enum Family {
        /// Host or help in a community centre.
        CommunityCentre = "community_centre",
        /// Lending out tools, toys, books.
        Lending = "lending",
        /// Repairing things.
        Repair = "repair",
        /// A garden for the wijk.
        Garden = "garden",
        /// Help in a school.
        School = "school",
        /// Support to neighbours.
        NeighbourSupport = "neighbour_support",
        /// Streets and squares.
        PublicSpace = "public_space",
        /// Cleaning.
        Cleaning = "cleaning",
        /// Practising Dutch.
        Language = "language",
        /// Cooking and eating together.
        Food = "food",
        /// Small jobs about the house.
        Handyman = "handyman",
        /// Play and care for children.
        Children = "children",
        /// Help with computer and telephone.
        DigitalHelp = "digital_help",
        /// Care at home.
        Care = "care",
        /// Clothes and goods for a second life.
        Reuse = "reuse",
        /// Neighbourhood paper and notice boards.
        Communication = "communication",
        /// Getting people somewhere.
        Transport = "transport",
        /// Animals.
        Animals = "animals",
        /// Sports club or field.
        Sport = "sport",
        /// Bringing parcels or meals.
        Delivery = "delivery",
        /// Upkeep of green.
        Green = "green",
        /// Meeting others.
        Meeting = "meeting",
        /// Something else.
        Other = "other",
    }
}

named! {
    /// Who would be the employer in fact: a social organisation without profit motive, or the municipality.
    pub enum HostKind {
        /// Foundation.
        Foundation = "foundation",
        /// Foundation that runs a community centre.
        FoundationCommunityCentre = "foundation_community_centre",
        /// Association of residents.
        ResidentsAssociation = "residents_association",
        /// Welfare organisation.
        WelfareOrganisation = "welfare_organisation",
        /// Library.
        Library = "library",
        /// School.
        School = "school",
        /// Sports club.
        SportsClub = "sports_club",
        /// Church or church foundation.
        ChurchFoundation = "church_foundation",
        /// Housing association.
        HousingAssociation = "housing_association",
        /// Care organisation without profit motive.
        CareProvider = "care_provider",
        /// The municipality itself.
        Municipality = "municipality",
        /// A company: not admissible, and told why.
        Company = "company",
    }
}

named! {
    /// The six rungs of the participation ladder (policy note, "Visie op de wijkbasisbaan").
    pub enum Rung {
        /// 1: not active.
        Inactive = "inactive",
        /// 2: now and then, or a project.
        Citizenship = "citizenship",
        /// 3: a post as volunteer.
        VolunteerPost = "volunteer_post",
        /// 4: wijkbasisbaan: permanent or long-term at a social organisation.
        NeighbourhoodJob = "neighbourhood_job",
        /// 5: guided work in a company.
        EntryJob = "entry_job",
        /// 6: a regular job.
        RegularJob = "regular_job",
    }
}

named! {
    /// On what ground in the law somebody works here. Art. 9 (tegenprestatie) is never one: no compulsion.
    pub enum LegalBasis {
        /// Sociale activering, art. 6(1)c Participatiewet.
        SocialActivation = "social_activation",
        /// Participatieplaats, art. 10a: at most two years, twice one more.
        ParticipationPlace = "participation_place",
        /// A contract with wage.
        Employment = "employment",
    }
}

named! {
    /// How long the work lasts.
    pub enum Lasting {
        /// Permanent.
        Permanent = "permanent",
        /// A number of years or months.
        LongTerm = "long_term",
        /// Once or now and then: that is no wijkbasisbaan.
        Incidental = "incidental",
    }
}

named! {
    /// What money is for.
    pub enum CostCategory {
        /// Volunteer allowance (vrijwilligersvergoeding).
        VolunteerAllowance = "volunteer_allowance",
        /// Things needed for the work: clothes, bicycle.
        InKind = "in_kind",
        /// A coach or work supervisor.
        Guidance = "guidance",
        /// Course.
        Training = "training",
        /// Tools and material.
        Materials = "materials",
        /// Insurance.
        Insurance = "insurance",
        /// What it costs the host.
        HostCosts = "host_costs",
        /// Wage.
        Wage = "wage",
        /// Anything else.
        Other = "other",
    }
}

named! {
    /// Where a proposal stands.
    pub enum ProposalState {
        /// Only its author sees it.
        Draft = "draft",
        /// Handed in.
        Submitted = "submitted",
        /// Must be changed first.
        NeedsChange = "needs_change",
        /// May go on the ballot.
        Admitted = "admitted",
        /// May not.
        Rejected = "rejected",
        /// Not ready in time: moves to a next round.
        Postponed = "postponed",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
        /// On the ballot.
        OnBallot = "on_ballot",
        /// Won.
        Chosen = "chosen",
        /// Did not win.
        NotChosen = "not_chosen",
        /// Adopted by the council.
        Adopted = "adopted",
        /// Chosen by residents, declined by the council with a reason.
        Declined = "declined",
    }
}

impl ProposalState {
    /// Whether everybody may read it.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Withdrawn)
    }

    /// Whether it still waits for a decision on displacement and cost.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::Submitted | Self::NeedsChange)
    }

    /// Whether its author may still change it.
    #[must_use]
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Submitted | Self::NeedsChange)
    }
}

/// One cost, per place per year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    /// What it is for.
    pub category: CostCategory,
    /// In words.
    pub label: String,
    /// How much a year.
    pub amount: Euro,
}

/// A checked proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Title, at most 80 characters.
    pub title: String,
    /// What the person does, for whom and where.
    pub description: String,
    /// Kind of work.
    pub family: Family,
    /// Who would host the job.
    pub host_name: String,
    /// What kind of organisation that is.
    pub host_kind: HostKind,
    /// Hours a week, 4 to 36.
    pub hours: u8,
    /// Number of places, 1 to 20.
    pub places: u16,
    /// How long.
    pub lasting: Lasting,
    /// Months, when long-term.
    pub months: Option<u16>,
    /// Legal ground.
    pub legal_basis: LegalBasis,
    /// Who guides the person, and how often.
    pub guidance: String,
    /// What there is to learn, or how people take turns.
    pub growth: String,
    /// Costs per place per year.
    pub costs: Vec<CostLine>,
}

impl Proposal {
    /// What one place costs a year.
    #[must_use]
    pub fn cost_per_place(&self) -> Euro {
        self.costs.iter().map(|line| line.amount).sum()
    }

    /// What all places cost a year.
    #[must_use]
    pub fn cost(&self) -> Euro {
        self.cost_per_place()
            .times(self.places.into())
            .unwrap_or(Euro::cents(u64::MAX))
    }
}

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

/// The tax-free volunteer allowance a year in 2026 (Belastingdienst, domain.md 2.2).
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
        // Entry gate: a social organisation without profit motive, or the municipality (product.md).
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

    /// Incidental work is rung 2: told where it does belong.
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

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        cap: Euro::whole(17_000),
        allowance: VOLUNTEER_ALLOWANCE_2026,
    };

    fn draft(guidance_costs: &str) -> ProposalDraft {
        let mut costs = vec![CostLineDraft::default(); CostCategory::ALL.len()];
        costs[2] = CostLineDraft {
            label: "Coach".into(),
            amount: guidance_costs.into(),
        };
        ProposalDraft {
            title: "Gereedschap lenen".into(),
            description: "Uitlenen, schoonmaken en nakijken.".into(),
            family: "lending".into(),
            host_name: "Bewonersvereniging".into(),
            host_kind: "residents_association".into(),
            hours: "16".into(),
            places: "1".into(),
            lasting: "permanent".into(),
            months: String::new(),
            legal_basis: "social_activation".into(),
            guidance: "Elke week twee uur een vaste coach.".into(),
            growth: "Cursus veilig werken.".into(),
            costs,
        }
    }

    fn wrong(draft: &ProposalDraft) -> Vec<Fault> {
        draft.check(LIMITS).unwrap_err()
    }

    #[test]
    fn exactly_the_cap_fits_and_one_cent_more_does_not() {
        assert_eq!(
            draft("17.000").check(LIMITS).unwrap().cost_per_place(),
            Euro::whole(17_000)
        );
        let over = What::OverCap {
            cost: Euro::cents(1_700_001),
            cap: Euro::whole(17_000),
        };
        assert_eq!(wrong(&draft("17.000,01")), [Fault::at("costs", over)]);
    }

    #[test]
    fn a_checked_proposal_fills_the_form_again_with_the_same_content() {
        let proposal = draft("12.345,67").check(LIMITS).unwrap();
        assert_eq!(ProposalDraft::from(&proposal).check(LIMITS), Ok(proposal));
    }

    #[test]
    fn an_empty_form_hears_all_that_is_missing_at_once() {
        let fields: Vec<String> = wrong(&ProposalDraft::default())
            .into_iter()
            .map(|f| f.field)
            .collect();
        assert_eq!(
            fields,
            [
                "title",
                "family",
                "description",
                "host_name",
                "host_kind",
                "hours",
                "places",
                "lasting",
                "legal_basis",
                "guidance",
                "growth",
                "costs"
            ]
        );
    }

    #[test]
    fn a_company_is_no_host_and_a_project_is_no_job() {
        let company = ProposalDraft {
            host_kind: "company".into(),
            ..draft("1000")
        };
        assert_eq!(wrong(&company), [Fault::at("host_kind", What::NotSocial)]);
        let project = ProposalDraft {
            lasting: "incidental".into(),
            ..draft("1000")
        };
        assert_eq!(
            wrong(&project),
            [Fault::at("lasting", What::OtherRung(Rung::Citizenship))]
        );
    }

    #[test]
    fn long_term_work_says_how_long() {
        let vague = ProposalDraft {
            lasting: "long_term".into(),
            ..draft("1000")
        };
        assert_eq!(wrong(&vague)[0].field, "months");
        let clear = ProposalDraft {
            months: "24".into(),
            ..vague
        };
        assert_eq!(clear.check(LIMITS).unwrap().months, Some(24));
    }

    #[test]
    fn the_volunteer_allowance_stays_within_its_yearly_limit() {
        let mut generous = draft("1000");
        generous.costs[0].amount = "2.200,01".into();
        assert_eq!(wrong(&generous)[0].field, "cost-volunteer_allowance");
    }

    #[test]
    fn absurd_amounts_are_refused_at_their_line() {
        for amount in ["-1", "1000000000000", "honderd", "1e9"] {
            assert_eq!(wrong(&draft(amount))[0].field, "cost-guidance", "{amount}");
        }
    }

    #[test]
    fn names_of_people_stay_out() {
        let with_phone = ProposalDraft {
            description: "Bel 06-12345678".into(),
            ..draft("1000")
        };
        assert_eq!(wrong(&with_phone)[0].field, "description");
    }
}
