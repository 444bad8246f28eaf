//! The made-up municipality as it stands in `server/demo/demo-round.json`.

use domain::{
    euro::Euro,
    fault::Fault,
    notation::Notation,
    proposal::{CostCategory, ProposalDraft},
    verdringing::{
        Answers, AnswersDraft, Checklist, Decision, DecisionDraft, Opinion, Outcome, Party,
        PartyOpinion, ReasonedDecision,
    },
};
use serde::Deserialize;

/// The whole file, as far as the demo uses it.
#[derive(Debug, Deserialize)]
pub struct DemoData {
    pub(super) municipality: Municipality,
    pub(super) areas: Vec<Area>,
    pub(super) proposals: Vec<DemoProposal>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Municipality {
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Area {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub residents: u32,
    pub eligible_voters: u32,
    pub budget_cents: u64,
    pub vote_location: String,
    pub demo_turnout: Turnout,
}

#[derive(Debug, Deserialize)]
pub(super) struct Turnout {
    pub valid_total: usize,
}

#[derive(Debug, Deserialize)]
pub(super) struct DemoProposal {
    pub id: String,
    pub area_id: String,
    title_nl: String,
    function_family: String,
    host: Host,
    hours_per_week: u8,
    places: u16,
    duration: Duration,
    legal_basis: String,
    description_nl: String,
    cost_lines_per_place: Vec<Cost>,
    displacement: Displacement,
    pub demo_status: String,
    pub demo_approvals: Option<usize>,
}

#[derive(Debug, Deserialize)]
struct Host {
    #[serde(rename = "type")]
    kind: String,
    name: String,
}

#[derive(Debug, Deserialize)]
struct Duration {
    kind: String,
    months: Option<u16>,
}

#[derive(Debug, Deserialize)]
struct Cost {
    category: CostCategory,
    label_nl: String,
    amount_cents: u64,
}

#[derive(Debug, Deserialize)]
struct Displacement {
    answers: AnswersDraft,
    expected_verdict: Outcome,
    opinions: Vec<Said>,
    note_nl: String,
}

#[derive(Debug, Deserialize)]
struct Said {
    party: Party,
    answer: Opinion,
    #[serde(default)]
    text_nl: String,
}

impl DemoProposal {
    /// The proposal as its author would have typed it.
    pub fn draft(&self) -> ProposalDraft {
        let label = |wanted: CostCategory| {
            self.cost_lines_per_place
                .iter()
                .find(|line| line.category == wanted)
                .map(|line| line.label_nl.clone())
        };
        let lines = || self.cost_lines_per_place.iter();
        let mut draft = ProposalDraft {
            title: self.title_nl.clone(),
            description: self.description_nl.clone(),
            family: self.function_family.clone(),
            host_name: self.host.name.clone(),
            host_kind: self.host.kind.clone(),
            hours: self.hours_per_week.to_string(),
            places: self.places.to_string(),
            lasting: self.duration.kind.clone(),
            legal_basis: self.legal_basis.clone(),
            guidance: label(CostCategory::Guidance).unwrap_or_default(),
            growth: label(CostCategory::Training).unwrap_or_default(),
            amounts: lines()
                .map(|line| {
                    (
                        line.category,
                        Euro::cents(line.amount_cents).plain(Notation::Dutch),
                    )
                })
                .collect(),
            labels: lines()
                .map(|line| (line.category, line.label_nl.clone()))
                .collect(),
            ..ProposalDraft::default()
        };
        if let Some(months) = self.duration.months {
            draft.months = months.to_string();
        }
        draft
    }

    pub fn answers(&self, checklist: &Checklist) -> Answers {
        self.displacement.answers.check(checklist)
    }

    pub const fn expected_verdict(&self) -> Outcome {
        self.displacement.expected_verdict
    }

    pub fn opinions(&self) -> impl Iterator<Item = PartyOpinion> {
        self.displacement.opinions.iter().map(|said| PartyOpinion {
            party: said.party,
            opinion: said.answer,
            text: said.text_nl.clone(),
        })
    }

    pub fn is_on_ballot(&self) -> bool {
        self.demo_status == "on_ballot"
    }

    /// What the reviewer of Veenhaven decided, and why.
    pub fn decision(&self) -> Result<ReasonedDecision, Vec<Fault>> {
        let note = &self.displacement.note_nl;
        let or = |default: &str| {
            if note.is_empty() {
                default.to_owned()
            } else {
                note.clone()
            }
        };
        let (decision, reason) = match (self.demo_status.as_str(), self.expected_verdict()) {
            ("on_ballot", Outcome::Clean) => (
                Decision::Admit,
                or("Alle antwoorden zijn in orde. Dit werk neemt niemands betaalde baan weg."),
            ),
            ("on_ballot", _) => (
                Decision::AdmitWithConditions,
                or("De partijen zijn gehoord. Hun voorwaarden horen bij de baan."),
            ),
            ("second_opinion", _) => (Decision::Postpone, or("De tweede mening is er nog niet.")),
            _ => (
                Decision::Reject,
                or("Dit werk neemt een betaalde baan weg."),
            ),
        };
        let decision = decision.to_string();
        DecisionDraft { decision, reason }.check()
    }
}
