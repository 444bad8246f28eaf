//! The wijken of the municipality, once for all rounds.

use domain::{
    access::ManageRound,
    round::{Wijk, WijkDraft, WijkKind},
};
use leptos::prelude::*;

use super::paths;
use crate::{
    ui::{Button, ButtonRow, Column, Table},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        form::{Form, choices, labels},
        texts::{count, href, t},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    let wijken = ctx.app.store.wijken().await?;
    Ok(ctx.page(&ctx.say("rounds.wijken.title"), || {
        view(&wijken, &Form::default())
    }))
}

pub async fn submit(Allowed { ctx, permit }: Allowed<ManageRound>, form: Form) -> Answer {
    let added = match form.draft::<WijkDraft>()?.check(ctx.lang().notation()) {
        Ok(wijk) => ctx.app.store.add_wijk(&permit, wijk).await,
        Err(faults) => Err(faults.into()),
    };
    match added {
        Ok(_) => Ok(ctx.see_other(paths::Wijken)),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let wijken = ctx.app.store.wijken().await?;
            Ok(ctx.again(&ctx.say("rounds.wijken.title"), || view(&wijken, &form)))
        }
    }
}

fn view(wijken: &[Wijk], form: &Form) -> AnyView {
    let rows = wijken.iter().map(row).collect_view();
    let headers = vec![
        Column::text(t("rounds.field.name")),
        Column::text(t("rounds.field.kind")),
        Column::number(t("rounds.field.residents")),
        Column::text(t("rounds.field.voting_point")),
    ];
    let table = if wijken.is_empty() {
        view! { <p>{t("rounds.wijken.none")}</p> }.into_any()
    } else {
        view! { <Table caption=t("rounds.wijken.caption") headers=headers>{rows}</Table> }
            .into_any()
    };
    view! {
        {form.summary(labels("rounds.field"))}
        <h1>{t("rounds.wijken.title")}</h1>
        <p class="wb-lead">{t("rounds.wijken.lead")}</p>
        {table}
        <h2>{t("rounds.wijken.add")}</h2>
        <form method="post" class="wb-form" novalidate>
            {form.text("rounds.field", "name")}
            {form.radios("rounds.field", "kind", choices("rounds.kind", WijkKind::ALL))}
            {form.number("rounds.field", "residents")}
            {form.text("rounds.field", "voting_point")}
            <ButtonRow><Button label=t("rounds.wijken.button")/></ButtonRow>
        </form>
        <p><a href=href(paths::NewRound)>{t("rounds.wijken.to_round")}</a></p>
    }
    .into_any()
}

fn row(wijk: &Wijk) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{wijk.name.clone()}</th>
            <td>{t(&format!("rounds.kind.{}", wijk.kind))}</td>
            <td class="wb-table__number">{count(wijk.residents.into())}</td>
            <td>{wijk.voting_point.clone()}</td>
        </tr>
    }
}
