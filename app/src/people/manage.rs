//! Everybody with an account (beheerder).

use domain::{
    access::{ManagePeople, Permit, Role},
    account::{GrantDraft, PersonDraft},
    fault::both,
    round::Wijk,
};
use leptos::prelude::*;
use store::people::Person;

use super::{paths, register};
use crate::{
    ui::{Button, ButtonRow, Choice, Column, Table},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        error::AppError,
        form::{Form, choices, labels},
        texts::t,
    },
};

/// What the page shows: only what its reader manages.
struct Known {
    people: Vec<Person>,
    /// Where the reader may give a role.
    wijken: Vec<Wijk>,
    /// Whether the reader may give it everywhere too.
    is_everywhere: bool,
}

pub async fn page(ctx: Ctx) -> Answer {
    let known = load(&ctx, &ctx.permit()?).await?;
    Ok(ctx.page(&ctx.say("people.manage.title"), || {
        view(&known, &Form::default())
    }))
}

pub async fn submit(Allowed { ctx, permit }: Allowed<ManagePeople>, form: Form) -> Answer {
    let person = form.draft::<PersonDraft>()?.check();
    let grant = form.draft::<GrantDraft>()?.check();
    let added = match both(person, grant) {
        Ok((person, grant)) => {
            ctx.app
                .store
                .add_person(&permit, person, &[grant], ctx.now())
                .await
        }
        Err(faults) => Err(faults.into()),
    };
    match added {
        Ok(_) => Ok(ctx.see_other(paths::Manage)),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let known = load(&ctx, &permit).await?;
            Ok(ctx.again(&ctx.say("people.manage.title"), || view(&known, &form)))
        }
    }
}

async fn load(ctx: &Ctx, permit: &Permit<ManagePeople>) -> Result<Known, AppError> {
    let mut wijken = ctx.app.store.wijken().await?;
    wijken.retain(|wijk| permit.covers(wijk.id));
    Ok(Known {
        people: ctx.app.store.people(permit).await?,
        wijken,
        is_everywhere: permit.is_everywhere(),
    })
}

fn view(known: &Known, form: &Form) -> impl IntoView + use<> {
    let wijken = &known.wijken;
    let rows = known
        .people
        .iter()
        .map(|person| row(person, wijken))
        .collect_view();
    let everywhere = known
        .is_everywhere
        .then(|| Choice::new("", t("people.manage.everywhere")));
    let places = everywhere
        .into_iter()
        .chain(
            wijken
                .iter()
                .map(|wijk| Choice::new(wijk.id.to_string(), wijk.name.clone())),
        )
        .collect();
    let headers =
        ["name", "login", "role"].map(|name| Column::text(t(&format!("people.field.{name}"))));
    view! {
        {form.summary(labels("people.field"))}
        <h1>{t("people.manage.title")}</h1>
        <Table caption=t("people.manage.caption") headers=headers.to_vec()>{rows}</Table>
        <h2>{t("people.manage.add")}</h2>
        <form method="post" class="wb-form" novalidate>
            {register::fields(form)}
            {form.radios("people.field", "role", choices("people.role", Role::ALL))}
            {form.select("people.field", "wijk", places)}
            <ButtonRow><Button label=t("people.manage.button")/></ButtonRow>
        </form>
    }
}

fn row(person: &Person, wijken: &[Wijk]) -> impl IntoView + use<> {
    let roles: Vec<String> = person
        .grants
        .iter()
        .map(|grant| {
            let role = t(&format!("people.role.{}", grant.role));
            let wijk = grant
                .wijk
                .and_then(|id| wijken.iter().find(|wijk| wijk.id == id));
            wijk.map_or_else(|| role.clone(), |wijk| format!("{role} ({})", wijk.name))
        })
        .collect();
    view! { <tr><th scope="row">{person.name.clone()}</th><td>{person.login.clone()}</td><td>{roles.join(", ")}</td></tr> }
}
