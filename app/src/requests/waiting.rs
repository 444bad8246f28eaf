//! What waits for a second person, for those to whom it is anything: who asked for it, and who may agree.

use domain::{
    access::{
        Action, Actor, CancelLetter, CancelVote, CountVotes, IssueCodes, MoveDates, Permit,
        StepVote,
    },
    act::{Act, ActKind},
    round::Round,
};
use leptos::prelude::*;
use store::requests::Request;

use super::paths;
use crate::{
    ui::{Card, CardList},
    web::{
        context::Ctx,
        error::AppError,
        texts::{href, t, tf},
        time,
    },
};

/// A request with its round.
#[derive(Clone)]
pub struct Waiting {
    pub request: Request,
    pub round: Round,
}

impl Waiting {
    /// Whether the visitor asked for it.
    pub fn is_mine(&self, ctx: &Ctx) -> bool {
        ctx.actor()
            .is_some_and(|actor| actor.person == self.request.asked_by)
    }

    /// Whether the visitor may agree to it.
    pub fn may_agree(&self, ctx: &Ctx) -> bool {
        let may = |actor: &Actor| match self.request.act {
            Act::MakeLetters { .. } => self.is_second::<IssueCodes>(actor),
            Act::CancelLetter { .. } => self.is_second::<CancelLetter>(actor),
            Act::CountVotes { .. } => self.is_second::<CountVotes>(actor),
            Act::CancelVote { .. } => self.is_second::<CancelVote>(actor),
            Act::MoveDates { .. } => self.is_second::<MoveDates>(actor),
            Act::StepVote { .. } => self.is_second::<StepVote>(actor),
        };
        !self.is_mine(ctx) && ctx.actor().is_some_and(may)
    }

    fn is_second<A: Action>(&self, actor: &Actor) -> bool {
        actor
            .second::<A>()
            .is_ok_and(|second| self.is_covered(second.permit()))
    }

    fn is_covered<A>(&self, permit: &Permit<A>) -> bool {
        match self.request.act.wijk() {
            Some(wijk) => permit.covers(wijk),
            None => self.round.concerns(permit),
        }
    }
}

/// Everything that waits and is anything to the visitor, oldest first.
pub async fn waiting(ctx: &Ctx) -> Result<Vec<Waiting>, AppError> {
    let mut waiting = Vec::new();
    for request in ctx.app.store.requests(ctx.now()).await? {
        let round = ctx.app.store.round(request.act.round()).await?;
        let one = Waiting { request, round };
        if one.is_mine(ctx) || one.may_agree(ctx) {
            waiting.push(one);
        }
    }
    Ok(waiting)
}

/// The part of a worklist with all of it; nothing where nothing waits.
#[component]
pub fn WaitingList(waiting: Vec<(Waiting, bool)>) -> impl IntoView {
    let cards: Vec<AnyView> = waiting
        .into_iter()
        .map(|(one, is_mine)| {
            let kind = ActKind::from(&one.request.act);
            let href = href(paths::Show {
                request: one.request.id,
            });
            let who = if is_mine {
                t("requests.by_you")
            } else {
                tf("requests.by", &[("name", &one.request.name)])
            };
            let until = tf(
                "requests.until",
                &[("moment", &time::moment(one.request.ends_at()))],
            );
            view! {
                <Card title=t(&format!("requests.act.{kind}")) href=href meta=vec![who, until]>
                    <p dir="auto">{one.round.title}</p>
                </Card>
            }
            .into_any()
        })
        .collect();
    (!cards.is_empty()).then(|| {
        view! {
            <h2>{t("requests.waiting")}</h2>
            <CardList cards=cards/>
        }
    })
}
