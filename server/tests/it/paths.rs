//! Every path of the site, as a list to change on purpose: a new page stands here with who may see it and how.

use app::Access;
use domain::{
    ballot_box::{CancelReason, Cancelling},
    id::RequestId,
    phase::Phase,
    proposal::ProposalState,
};

use crate::given::Given;

/// Path, who may see it, and what it answers to.
pub const PATHS: &[(&str, &str, &str)] = &[
    ("/", "everybody", "GET"),
    ("/uitleg", "everybody", "GET"),
    ("/uitleg/tellen", "everybody", "GET"),
    ("/hoe-veilig", "everybody", "GET"),
    ("/toegankelijkheid", "everybody", "GET"),
    ("/privacy", "everybody", "GET"),
    ("/help", "everybody", "GET"),
    ("/logboek", "everybody", "GET"),
    ("/logboek.jsonl", "everybody", "GET"),
    ("/inloggen", "everybody", "GET POST"),
    ("/uitloggen", "everybody", "POST"),
    ("/account-maken", "everybody", "GET POST"),
    ("/beheer/mensen", "ManagePeople", "GET POST"),
    ("/rondes", "everybody", "GET"),
    ("/rondes/{round}", "everybody", "GET"),
    ("/rondes/{round}/spelregels", "everybody", "GET"),
    ("/rondes/{round}/spelregels.json", "everybody", "GET"),
    ("/rondes/{round}/zegels/{wijk}", "everybody", "GET"),
    ("/werk", "ReadStaffPages", "GET"),
    ("/werk/wijken", "ManageRound", "GET POST"),
    ("/werk/rondes/nieuw", "ManageRound", "GET POST"),
    ("/werk/rondes/{round}", "ManageRound", "GET"),
    ("/werk/rondes/{round}/instellen", "ManageRound", "GET POST"),
    ("/werk/rondes/{round}/data", "ManageRound", "GET POST"),
    ("/werk/rondes/{round}/klaar", "ManageRound", "GET POST"),
    ("/werk/rondes/{round}/weg", "ManageRound", "GET POST"),
    ("/werk/rondes/{round}/kopie", "ManageRound", "POST"),
    ("/werk/rondes/{round}/stap", "StepRound", "GET POST"),
    ("/werk/rondes/{round}/brieven", "IssueCodes", "GET POST"),
    (
        "/werk/rondes/{round}/brieven/kwijt",
        "CancelLetter",
        "GET POST",
    ),
    (
        "/werk/rondes/{round}/brieven/{wijk}",
        "IssueCodes",
        "GET POST",
    ),
    (
        "/werk/rondes/{round}/brieven/{wijk}/afdruk",
        "IssueCodes",
        "GET",
    ),
    ("/werk/rondes/{round}/sleutel", "KeepBoxKey", "GET POST"),
    (
        "/werk/rondes/{round}/sleutel/kaart",
        "KeepBoxKey",
        "GET POST",
    ),
    ("/werk/rondes/{round}/telling", "CountVotes", "GET POST"),
    ("/werk/proeftelling", "ManageRound", "GET"),
    ("/werk/verzoeken/{request}", "ReadStaffPages", "GET POST"),
    ("/rondes/{round}/voorstellen", "everybody", "GET"),
    ("/rondes/{round}/voorstel-doen", "Propose", "GET POST"),
    ("/voorstellen/{id}", "everybody", "GET"),
    ("/voorstellen/{id}/bewerken", "Propose", "GET POST"),
    ("/mijn", "signed in", "GET"),
    ("/verdringing", "everybody", "GET"),
    ("/werk/toets", "FillChecklist", "GET"),
    ("/werk/voorstellen/{id}/toets", "FillChecklist", "GET POST"),
    ("/stem", "voters, without account", "GET POST"),
    ("/stem/kiezen", "voters, without account", "GET POST"),
    ("/stem/controle", "voters, without account", "GET POST"),
    ("/stem/klaar", "voters, without account", "GET POST"),
    ("/rondes/{round}/uitslag", "everybody", "GET"),
    ("/rondes/{round}/pakket.zip", "everybody", "GET"),
    (
        "/rondes/{round}/uitslag/{wijk}/stemmen.pb",
        "everybody",
        "GET",
    ),
    (
        "/rondes/{round}/uitslag/{wijk}/bewijs.json",
        "everybody",
        "GET",
    ),
    ("/rondes/{round}/dossier", "everybody", "GET"),
    ("/rondes/{round}/vergelijking", "everybody", "GET"),
    ("/rondes/{round}/banen", "everybody", "GET"),
    ("/werk/rondes/{round}/banen", "FollowJob", "POST"),
    ("/werk/rondes/{round}/besluit", "RecordDecision", "GET POST"),
    ("/rondes/{round}/vind-uw-stem", "everybody", "GET POST"),
    (
        "/stem/{round}/in-de-lijst",
        "voters, without account",
        "GET POST",
    ),
    ("/demo", "everybody in the demo", "GET"),
    ("/demo/inloggen", "everybody in the demo", "POST"),
    ("/demo/klok", "everybody in the demo", "POST"),
];

/// Pages of staff that show a code or a card, or take one: never compressed. Neither are the voting pages, which are not logged either.
pub const SECRET: &[&str] = &[
    "/werk/rondes/{round}/brieven/{wijk}/afdruk",
    "/werk/rondes/{round}/sleutel",
    "/werk/rondes/{round}/sleutel/kaart",
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
    request: String,
}

impl Real {
    pub async fn of(given: &Given) -> Self {
        let checking = given.round(Phase::Checking).await;
        let listed = given
            .proposals(store::proposals::Which::Public(checking.id))
            .await
            .unwrap();
        let to_check = listed
            .iter()
            .find(|proposal| proposal.state.is_undecided())
            .unwrap()
            .id;
        Self {
            delivery: given.round(Phase::Delivery).await.id.to_string(),
            voting: given.round(Phase::Voting).await.id.to_string(),
            proposing: given.round(Phase::Proposing).await.id.to_string(),
            draft: given.draft_round().await,
            wijk: given.wijk("De Turfhoek").await.to_string(),
            on_ballot: given
                .proposal_in(Phase::Voting, ProposalState::OnBallot)
                .await
                .to_string(),
            own_draft: given.own_draft().await.to_string(),
            to_check: to_check.to_string(),
            request: waiting(given).await.to_string(),
        }
    }

    /// The path with ids of things that exist and are in the right phase for it.
    pub fn path(&self, template: &str) -> String {
        let round = match template.rsplit('/').next().unwrap() {
            "uitslag" | "pakket.zip" | "stemmen.pb" | "bewijs.json" | "dossier"
            | "vergelijking" | "banen" | "besluit" | "vind-uw-stem" | "in-de-lijst" => {
                &self.delivery
            }
            "voorstel-doen" => &self.proposing,
            "instellen" | "klaar" | "weg" => &self.draft,
            _ => &self.voting,
        };
        let proposal = match template {
            "/voorstellen/{id}/bewerken" => &self.own_draft,
            "/werk/voorstellen/{id}/toets" => &self.to_check,
            _ => &self.on_ballot,
        };
        template
            .replace("{round}", round)
            .replace("{wijk}", &self.wijk)
            .replace("{request}", &self.request)
            .replace("{id}", proposal)
    }
}

/// A request of the desk that waits for somebody else.
async fn waiting(given: &Given) -> RequestId {
    let now = given.app.clock.now();
    if let Some(request) = given.requests(now).await.unwrap().first() {
        return request.id;
    }
    let desk = given.demo_person("balie").await.unwrap();
    let permit = given.actor(desk).await.unwrap().permit().unwrap();
    let round = given.round(Phase::Voting).await.id;
    let wijk = given.wijk("De Turfhoek").await;
    // The first numbers may be of envelopes, which nobody has lost.
    for number in 1..=10 {
        let wanted = Cancelling {
            number,
            reason: CancelReason::Lost,
            replacement: None,
        };
        let asked = given.ask_to_cancel_letter(&permit, round, wijk, &wanted, now);
        if let Ok(request) = asked.await {
            return request;
        }
    }
    panic!("no letter among the first ten numbers");
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
