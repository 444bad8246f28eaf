//! Writes a made-up publication to measure a recount with: `cargo run --release -p domain --example publication 5000 50 10 mes`.
//!
//! The file goes to standard output, what its page would say (`Expected`) to standard error.
#![expect(
    clippy::unwrap_used,
    reason = "a made-up wijk that cannot be made is a fault of the example"
)]

use domain::count::{Completion, CountingRule};
use given::{Size, published};

#[path = "../tests/given/mod.rs"]
mod given;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, or: u16| words.get(at).map_or(Ok(or), |word| word.parse());
    let size = Size {
        ballots: number(0, 5_000)?.into(),
        proposals: number(1, 50)?,
        max_choices: number(2, 10)?,
    };
    let rule = match words.get(3).map(String::as_str) {
        Some("mes") => CountingRule::equal_shares(Completion::Add1u),
        _ => CountingRule::default(),
    };
    let given = published(rule, size)?;
    println!("{}", serde_json::to_string(&given.publication)?);
    eprintln!("{}", serde_json::to_string(&given.expected)?);
    Ok(())
}
