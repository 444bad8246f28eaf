//! Every path of the site, as a list to change on purpose: a new page stands here with who may see it and how.

use app::Access;
use domain::{phase::Phase, proposal::ProposalState};

use crate::given::Given;

/// Path, who may see it, and what it answers to.
pub const PATHS: &[(&str, &str, &str)] = &[
    ("/", "everybody", "GET"),
];

/// Paths with real ids, for whoever may see them.
pub struct Real {
    delivery: String,
    voting: String,
    proposing: String,
    draft: String,
    wijk: String,
    on_ballot: String,
    own_draft: String,
    to_check: String,
}

impl Real {
    pub async fn of(given: &Given) -> Self {
        let checking = given.round(Phase::Checking).await;
        let listed = given.proposals(store::proposals::Which::Public(checking.id)).await.unwrap();
        let to_check = listed.iter().find(|proposal| proposal.state.is_undecided()).unwrap().id;
        Self {
            delivery: given.round(Phase::Delivery).await.id.to_string(),
            voting: given.round(Phase::Voting).await.id.to_string(),
            proposing: given.round(Phase::Proposing).await.id.to_string(),
            draft: given.draft_round().await,
            wijk: given.wijk("De Turfhoek").await.to_string(),
            on_ballot: given.proposal_in(Phase::Voting, ProposalState::OnBallot).await.to_string(),
            own_draft: given.own_draft().await.to_string(),
            to_check: to_check.to_string(),
        }
    }

    /// The path with ids of things that exist and are in the right phase for it.
    pub fn path(&self, template: &str) -> String {
        let round = match template.rsplit('/').next().unwrap() {
            "uitslag" | "stemmen.json" | "dossier" | "banen" | "besluit" => &self.delivery,
            "voorstel-doen" => &self.proposing,
            "instellen" => &self.draft,
            _ => &self.voting,
        };
        let proposal = match template {
            "/voorstellen/{id}/bewerken" => &self.own_draft,
            "/werk/voorstellen/{id}/toets" => &self.to_check,
            _ => &self.on_ballot,
        };
        template.replace("{round}", round).replace("{wijk}", &self.wijk).replace("{id}", proposal)
    }
}

/// Who may see a page, in words.
pub fn who(access: Access) -> String {
    match access {
        Access::Public => "everybody".to_owned(),
        Access::Voter => "voters, without account".to_owned(),
        Access::SignedIn => "signed in".to_owned(),
        Access::To(action, _) => action.to_owned(),
        Access::Demo => "everybody in the demo".to_owned(),
    }
}
