//! How long counting takes: `cargo xtask bench`. Elections are generated, the same ones every time.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

use std::{hint::black_box, time::Duration};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use domain::{
    count::{
        Ballots, Completion, CountingRule, Election, EqualShares, Method, Order, Project,
        ProjectIndex, VoteType, count, winners,
    },
    euro::Euro,
    pabulib::{Description, Export, read, write},
};

/// Draws that are the same every time (`SplitMix64`).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

/// An election like those of a wijk: eight neighbourhoods that prefer their own, one to eight choices a ballot, costs
/// of a thousand to thirty thousand euros, and money for a third of them.
fn election(voters: u32, projects: u32) -> Election {
    let mut draw = Draw(u64::from(voters) * 1_000 + u64::from(projects));
    let costs: Vec<u64> = (0..projects)
        .map(|_| 100_000 + draw.below(580) * 5_000)
        .collect();
    let mut ballots = Ballots::new(VoteType::Approval);
    for _ in 0..voters {
        let home = draw.below(8);
        let mut choices: Vec<ProjectIndex> = Vec::new();
        for _ in 0..=draw.below(8) {
            // The smaller of two draws: some projects are known better. Half the time one of the own neighbourhood.
            let all = u64::from(projects);
            let known = draw.below(all).min(draw.below(all));
            let own = (known / 8 * 8 + home).min(all - 1);
            choices.push(
                ProjectIndex::try_from(if draw.below(2) == 0 { known } else { own }).unwrap(),
            );
        }
        choices.sort_unstable();
        choices.dedup();
        ballots.add(&choices, &[], 1).unwrap();
    }
    Election {
        budget: Euro::cents(costs.iter().sum::<u64>() / 3),
        projects: costs
            .iter()
            .map(|&cost| Project {
                cost: Euro::cents(cost),
                places: 1,
            })
            .collect(),
        ballots,
    }
}

fn order(election: &Election) -> Vec<ProjectIndex> {
    (0..).take(election.projects.len()).collect()
}

/// Equal Shares with this completion and step, in cents.
fn shares(completion: Completion, step: u64) -> CountingRule {
    let rule = CountingRule::equal_shares(completion);
    let how = rule.method.equal_shares();
    how.map_or(rule, |how| CountingRule {
        method: Method::EqualShares(EqualShares { step, ..how }),
        ..rule
    })
}

fn wijk(c: &mut Criterion) {
    let election = election(2_000, 50);
    let order = order(&election);
    let mut group = c.benchmark_group("wijk 2,000 x 50, explained");
    for (name, rule) in [
        ("by votes", CountingRule::by_votes(Order::Skip)),
        ("equal shares", shares(Completion::None, 1)),
        (
            "equal shares add1u, step a euro",
            shares(Completion::Add1u, 100),
        ),
        (
            "equal shares add1u, step a cent",
            shares(Completion::Add1u, 1),
        ),
        ("phragmen", CountingRule::of_round(Method::Phragmen)),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| count(black_box(&election), &rule, &order))
        });
    }
    group.finish();
}

fn growth(c: &mut Criterion) {
    let mut group = c.benchmark_group("winners of n x 100");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4));
    for voters in [1_000, 10_000, 100_000, 1_000_000] {
        let election = election(voters, 100);
        let order = order(&election);
        group.throughput(Throughput::Elements(election.ballots.distinct() as u64));
        for (name, rule) in [
            ("equal shares", shares(Completion::None, 100)),
            ("add1", shares(Completion::Add1, 100)),
        ] {
            let id = BenchmarkId::new(name, voters);
            group.bench_with_input(id, &election, |b, election| {
                b.iter(|| winners(black_box(election), &rule, &order))
            });
        }
    }
    group.finish();
}

fn reading(c: &mut Criterion) {
    let election = election(100_000, 100);
    let ids: Vec<String> = (1..=100).map(|id| format!("p{id:03}")).collect();
    let about = Description::default();
    let file = write(&Export {
        about: &about,
        election: &election,
        ids: &ids,
        names: &ids,
        selected: None,
    });
    let mut group = c.benchmark_group("pabulib");
    group
        .sample_size(20)
        .throughput(Throughput::Bytes(file.len() as u64));
    group.bench_function("read 100,000 x 100", |b| {
        b.iter(|| read(black_box(file.as_bytes())).unwrap())
    });
    group.finish();
}

criterion_group!(benches, wijk, growth, reading);
criterion_main!(benches);
