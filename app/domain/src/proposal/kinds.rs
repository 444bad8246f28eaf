//! The lists that a proposal chooses from, and the states it goes through.

use crate::named;

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
    /// Who would in fact be the employer: a social organisation without profit motive, or the municipality.
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
    /// On what ground in the law somebody works here. Art. 9 (tegenprestatie) is never one: no compulsion.
    pub enum LegalBasis {
        /// Sociale activering, art. 6(1)c Participatiewet.
        SocialActivation = "social_activation",
        /// Participatieplaats, art. 10a: at most two years, to be extended twice by one.
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
}
