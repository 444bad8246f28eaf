//! `wijkbanen person add`: the first administrator. There is no default account.

use std::io::BufRead as _;

use clap::Subcommand;
use domain::{
    access::{Grant, ManagePeople, Permit, Role},
    account::PersonDraft,
};

use super::{cannot, master::with_master, open};
use crate::config::{Places, Wrong};

#[derive(Debug, Subcommand)]
pub enum Person {
    /// Add somebody. The password is read from the first line of standard input, never from the command line.
    Add {
        /// Name to sign in with.
        #[arg(long)]
        login: String,
        /// Name on screen and in the journal.
        #[arg(long)]
        name: String,
        /// resident, desk, reviewer, smederij, council, clerk or administrator.
        #[arg(long, default_value = "administrator")]
        role: String,
    },
}

pub async fn run(places: &Places, person: Person) -> Result<(), Wrong> {
    let Person::Add { login, name, role } = person;
    let role: Role = role.parse().map_err(|_| {
        let names: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
        Wrong::say(format!(
            "there is no role «{role}»; choose one of {}",
            names.join(", ")
        ))
    })?;
    eprintln!("Type a password of at least 15 characters and press Enter:");
    let mut password = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut password)
        .map_err(|error| Wrong::say(format!("no password: {error}")))?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    let store = open(places).await?;
    let is_demo = store.is_demo().await.map_err(|error| cannot(&error))?;
    let store = with_master(store, places, is_demo).await?;
    let draft = PersonDraft {
        login: login.clone(),
        name,
        repeated: password.clone(),
        password,
    };
    let person = draft.check().map_err(|faults| explain(&faults.into()))?;
    let permit = Permit::<ManagePeople>::of_console();
    let now = app::Clock::default().now();
    store
        .add_person(&permit, person, &[Grant { role, wijk: None }], now)
        .await
        .map_err(|error| explain(&error))?;
    println!("{login} can sign in as {role}.");
    store.close().await;
    Ok(())
}

fn explain(error: &store::StoreError) -> Wrong {
    match error.faults() {
        Some([fault, ..]) => Wrong::say(format!(
            "{}: {}",
            fault.field,
            app::texts::speak(app::texts::Lang::En, || app::texts::fault(&fault.what))
        )),
        _ => cannot(error),
    }
}
