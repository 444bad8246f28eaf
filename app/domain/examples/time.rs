//! Times reading and counting of Pabulib files, one JSON line a file: what `cargo xtask bench FOLDER` compares.

use std::{env, fs, time::Instant};

use domain::{
    count::{
        Blank, Completion, CountingRule, EqualShares, Hopeless, Method, Ties, order_by_id, winners,
    },
    pabulib,
};

/// As in pabutools: what is hopeless takes part, blank ballots are voters, ties go to the id, a step is one of the currency.
fn like_pabutools(rule: CountingRule) -> CountingRule {
    let method = match rule.method {
        Method::EqualShares(how) => Method::EqualShares(EqualShares { step: 100, ..how }),
        other => other,
    };
    CountingRule {
        method,
        ties: Ties::Order,
        hopeless: Hopeless::TakePart,
        blank: Blank::Voter,
        ..rule
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in env::args().skip(1) {
        let bytes = fs::read(&path)?;
        let start = Instant::now();
        let file = pabulib::read(&bytes)?;
        let read = start.elapsed();
        let order = order_by_id(&file.ids);
        print!(
            "{{\"file\":{path:?},\"bytes\":{},\"read_us\":{}",
            bytes.len(),
            read.as_micros()
        );
        for (name, rule) in [
            ("mes", CountingRule::equal_shares(Completion::None)),
            ("mes_add1", CountingRule::equal_shares(Completion::Add1)),
            ("phragmen", CountingRule::of_round(Method::Phragmen)),
        ] {
            let rule = like_pabutools(rule);
            let mut best = u128::MAX;
            let mut won = Vec::new();
            for _ in 0..3 {
                let start = Instant::now();
                won = winners(&file.election, &rule, &order)?;
                best = best.min(start.elapsed().as_micros());
            }
            let mut ids: Vec<&String> = won
                .iter()
                .filter_map(|&project| file.ids.get(project as usize))
                .collect();
            ids.sort();
            print!(",\"{name}_us\":{best},\"{name}\":{ids:?}");
        }
        println!("}}");
    }
    Ok(())
}
