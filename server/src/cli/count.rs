//! `wijkbanen count FILE.pb`: an election in Pabulib's format, counted by votes with the skip rule.

use std::path::PathBuf;

use clap::Args;
use domain::{count::by_votes, pabulib::Election};

use crate::config::Wrong;

#[derive(Args, Debug)]
pub struct Count {
    /// The file.
    file: PathBuf,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

pub fn run(count: &Count) -> Result<(), Wrong> {
    let name = count.file.display();
    let text = std::fs::read_to_string(&count.file)
        .map_err(|error| Wrong::say(format!("cannot read {name}: {error}")))?;
    let election = Election::read(&text).map_err(|fault| Wrong::say(format!("{name}, {fault}")))?;
    // Ties by id, as the tools that outsiders compare with do; a round of ours has a drawn lot instead.
    let mut ids: Vec<&String> = election
        .projects
        .iter()
        .map(|project| &project.id)
        .collect();
    ids.sort();
    let place = |id: &String| ids.binary_search(&id).unwrap_or(usize::MAX);
    let allocation = by_votes(election.budget, &election.projects, place);
    let winners: Vec<&String> = allocation.winners().map(|award| &award.id).collect();
    let spent: domain::euro::Euro = allocation.winners().map(|award| award.cost).sum();
    if count.json {
        let answer = serde_json::json!({
            "winners": winners, "total_cost": spent.decimal(), "voters": election.voters,
            "budget": election.budget.decimal(), "rule": { "name": "by-votes", "order": "skip", "ties": "id" },
        });
        println!("{answer}");
        return Ok(());
    }
    println!(
        "{} ballots, {} projects, budget {}",
        election.voters,
        election.projects.len(),
        election.budget.decimal()
    );
    for award in &allocation.awards {
        let mark = if award.is_won() { "won " } else { "    " };
        println!(
            "{mark} {:>8} votes  {:>14}  {}",
            award.votes,
            award.cost.decimal(),
            award.id
        );
    }
    println!("left: {}", allocation.left.decimal());
    Ok(())
}
