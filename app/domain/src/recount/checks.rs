//! The checks themselves.

use std::collections::BTreeSet;

use super::{
    Check, Expected, Finding, Problem, Progress, Tally, Winner,
    proof::{Counted, check_certificate},
};
use crate::{
    ballot_box::{
        BadRow, BoxKey, ClosedRow, OpenedBallot, Rejected, Rejection, Seal, head, judge,
        seal_list_hash,
    },
    count::{Allocation, CountFault},
    euro::Euro,
    id::ProposalId,
    outcome::{Lot, Publication, count_election, election},
    round::WijkRules,
};

/// After how many signatures progress is reported.
const OFTEN: usize = 64;

/// A recount in progress: what is read from the file once, and what one check leaves for the next.
pub struct Checking<'a> {
    publication: &'a Publication,
    expected: &'a Expected,
    progress: &'a mut dyn FnMut(Progress),
    wijk: Option<&'a WijkRules>,
    /// The counted ballots as they were in the box.
    rows: Vec<ClosedRow>,
    counted: Option<Counted>,
}

impl<'a> Checking<'a> {
    pub fn new(
        publication: &'a Publication,
        expected: &'a Expected,
        progress: &'a mut dyn FnMut(Progress),
    ) -> Self {
        let Publication { round, wijk, .. } = *publication;
        let row = |ballot: &OpenedBallot| ballot.closed(round, wijk);
        Self {
            publication,
            expected,
            progress,
            wijk: publication.rules.wijk(wijk),
            rows: publication.opened.ballots.iter().map(row).collect(),
            counted: None,
        }
    }

    pub fn check(&mut self, check: Check) -> Finding {
        self.tell(check, 0, 0);
        let holds = match check {
            Check::Rules => return against(self.rules(), self.expected.rules),
            Check::Seals => return against(self.seals(), self.expected.seals),
            Check::Signatures => self.signatures(),
            Check::NotCounted => return self.not_counted(),
            Check::Box => return self.closed_box(),
            Check::Choices => return self.choices(),
            Check::Lot => return self.lot(),
            Check::Count => return self.count(),
            Check::Proof => return self.proof(),
        };
        finding(holds)
    }

    fn tell(&mut self, check: Check, done: usize, of: usize) {
        let (done, of) = (done as u64, of as u64);
        (self.progress)(Progress { check, done, of });
    }

    fn rules(&self) -> Result<(), Problem> {
        let rules = &self.publication.rules;
        if let (Some(announced), Ok(canonical)) = (self.expected.rules, rules.canonical()) {
            let found = crate::journal::Digest::of(canonical.as_bytes());
            if found != announced {
                return Err(Problem::OtherRules { announced, found });
            }
        }
        if rules.round != self.publication.round || self.wijk.is_none() {
            return Err(Problem::ForeignRules);
        }
        Ok(())
    }

    fn seals(&self) -> Result<(), Problem> {
        let list = &self.publication.seals;
        let mut seals = BTreeSet::new();
        if let Some(twice) = list.iter().find(|seal| !seals.insert(**seal)) {
            return Err(Problem::SealTwice(*twice));
        }
        if let Some(announced) = self.expected.seals {
            let found = seal_list_hash(list);
            if found != announced {
                return Err(Problem::OtherSeals { announced, found });
            }
        }
        let repeated = self.repeated();
        for row in &self.rows {
            let why = if !seals.contains(&row.seal) {
                Rejection::ForeignSeal
            } else if repeated.contains(&row.seal) {
                Rejection::RepeatedSeal
            } else {
                continue;
            };
            return Err(Problem::Ballot(BadRow {
                seal: row.seal,
                why,
            }));
        }
        let (seals, most) = (list.len() as u64, self.most_codes());
        if seals > most {
            return Err(Problem::TooManySeals { seals, most });
        }
        Ok(())
    }

    /// The codes that the wijk can have; none in one that the rules do not have.
    fn most_codes(&self) -> u64 {
        self.wijk.map_or(0, WijkRules::most_codes)
    }

    /// Opens again what was not counted, with the key that was published.
    fn not_counted(&self) -> Finding {
        let (Some(announced), Some(cancelled)) = (self.expected.box_key, self.expected.cancelled)
        else {
            return Finding::Unknown;
        };
        finding(self.not_counted_by(announced, cancelled))
    }

    fn not_counted_by(&self, announced: BoxKey, cancelled: u64) -> Result<(), Problem> {
        let found = self.publication.box_key.public();
        if found != announced {
            return Err(Problem::OtherKey { announced, found });
        }
        let opened = &self.publication.opened;
        let found = opened.laid_aside.len() as u64;
        if found > cancelled {
            return Err(Problem::TooManyLaidAside { cancelled, found });
        }
        let (seals, repeated) = (self.publication.seals.iter().collect(), self.repeated());
        opened
            .rejected
            .iter()
            .try_for_each(|rejected| self.rightly(rejected, &seals, &repeated))
    }

    fn rightly(
        &self,
        rejected: &Rejected,
        seals: &BTreeSet<&Seal>,
        repeated: &BTreeSet<Seal>,
    ) -> Result<(), Problem> {
        let Publication { round, wijk, .. } = *self.publication;
        let (row, seal) = (rejected.in_the_box(), rejected.row.seal);
        if row.envelope() != rejected.row.envelope {
            return Err(Problem::OtherEnvelope(seal));
        }
        let paper = self.publication.rules.paper(wijk);
        let allows = |choices: &[ProposalId]| paper.as_ref().is_some_and(|it| it.allows(choices));
        let found = if !seals.contains(&seal) {
            Some(Rejection::ForeignSeal)
        } else if repeated.contains(&seal) {
            Some(Rejection::RepeatedSeal)
        } else {
            judge(&self.publication.box_key, round, wijk, &row, allows).err()
        };
        if found == Some(rejected.why) {
            Ok(())
        } else {
            let why = rejected.why;
            Err(Problem::WronglyRejected(BadRow { seal, why }))
        }
    }

    /// The seals on more than one row, counted or not.
    fn repeated(&self) -> BTreeSet<Seal> {
        let mut seen = BTreeSet::new();
        self.all_rows()
            .map(|row| row.seal)
            .filter(|seal| !seen.insert(*seal))
            .collect()
    }

    /// Every row of the closed box.
    fn all_rows(&self) -> impl Iterator<Item = ClosedRow> {
        let opened = &self.publication.opened;
        let rejected = opened.rejected.iter().map(|rejected| rejected.row);
        self.rows
            .iter()
            .copied()
            .chain(opened.laid_aside.iter().copied())
            .chain(rejected)
    }

    fn signatures(&mut self) -> Result<(), Problem> {
        let of = self.rows.len();
        for done in 0..of {
            if done % OFTEN == 0 {
                self.tell(Check::Signatures, done, of);
            }
            let row = &self.rows[done];
            if !row.is_signed(self.publication.round, self.publication.wijk) {
                return Err(Problem::Ballot(BadRow {
                    seal: row.seal,
                    why: Rejection::BadSignature,
                }));
            }
        }
        self.tell(Check::Signatures, of, of);
        Ok(())
    }

    fn closed_box(&self) -> Finding {
        let Some(announced) = self.expected.head else {
            return Finding::Unknown;
        };
        let found = head(self.all_rows());
        if found == announced {
            Finding::Holds
        } else {
            Finding::Fails(Problem::OtherBox { announced, found })
        }
    }

    fn choices(&self) -> Finding {
        let Some(paper) = self.publication.rules.paper(self.publication.wijk) else {
            return Finding::Blocked;
        };
        let not_allowed = |ballot: &&OpenedBallot| !paper.allows(&ballot.choices);
        let ballots = &self.publication.opened.ballots;
        finding(match ballots.iter().find(not_allowed) {
            None => Ok(()),
            Some(ballot) => Err(Problem::Ballot(BadRow {
                seal: ballot.seal,
                why: Rejection::InvalidChoices,
            })),
        })
    }

    fn lot(&self) -> Finding {
        let Some(wijk) = self.wijk else {
            return Finding::Blocked;
        };
        let lot = &self.publication.lot;
        let found = lot.promised.commitment();
        finding(if found.to_string() != wijk.lot_commitment {
            Err(Problem::OtherSeed {
                announced: wijk.lot_commitment.clone(),
                found,
            })
        } else if Lot::draw(lot.promised, &head(self.all_rows()), wijk) == *lot {
            Ok(())
        } else {
            Err(Problem::OtherOrder)
        })
    }

    /// Counts with the lot that the box gives: the one that was announced has its own check.
    fn count(&mut self) -> Finding {
        let Some(wijk) = self.wijk else {
            return Finding::Blocked;
        };
        let rule = &self.publication.rules.settings.counting;
        let promised = self.publication.lot.promised;
        let lot = Lot::draw(promised, &head(self.all_rows()), wijk);
        let counted = election(wijk, &self.publication.opened.ballots).and_then(|election| {
            let (allocation, certificate) = count_election(rule, wijk, &election, &lot)?;
            Ok(Counted {
                election,
                allocation,
                certificate,
            })
        });
        match counted {
            Ok(counted) => {
                let compared = self.compare(wijk, &counted.allocation);
                self.counted = Some(counted);
                finding(compared)
            }
            Err(fault) => uncountable(fault),
        }
    }

    /// With the page first, then with the file's own words.
    fn compare(&self, wijk: &WijkRules, allocation: &Allocation) -> Result<(), Problem> {
        let Publication { winners, left, .. } = self.publication;
        let on_the_page = (
            self.expected.winners.as_ref().unwrap_or(winners),
            self.expected.left.unwrap_or(*left),
        );
        let found: Vec<ProposalId> = allocation.winners().map(|award| award.id).collect();
        for (announced, of_it) in [on_the_page, (winners, *left)] {
            if *announced != found || of_it != allocation.left {
                return Err(Problem::OtherOutcome {
                    announced: tally(wijk, announced, of_it),
                    found: tally(wijk, &found, allocation.left),
                });
            }
        }
        Ok(())
    }

    fn proof(&self) -> Finding {
        let (Some(counted), Some(wijk)) = (&self.counted, self.wijk) else {
            return Finding::Blocked;
        };
        let Some(certificate) = &counted.certificate else {
            return Finding::NotAsked;
        };
        let rule = &self.publication.rules.settings.counting;
        finding(check_certificate(rule, wijk, counted, certificate))
    }
}

fn uncountable(fault: CountFault) -> Finding {
    Finding::Fails(Problem::Uncountable(fault.into()))
}

/// What was compared with an announcement; where that is missing, nobody can say.
fn against<T>(holds: Result<(), Problem>, announced: Option<T>) -> Finding {
    match (holds, announced) {
        (Ok(()), None) => Finding::Unknown,
        (holds, _) => finding(holds),
    }
}

fn finding(holds: Result<(), Problem>) -> Finding {
    holds.map_or_else(Finding::Fails, |()| Finding::Holds)
}

fn tally(wijk: &WijkRules, winners: &[ProposalId], left: Euro) -> Tally {
    let titled = |&proposal: &ProposalId| Winner {
        proposal,
        title: wijk
            .candidates
            .iter()
            .find(|candidate| candidate.proposal == proposal)
            .map(|candidate| candidate.title.clone())
            .unwrap_or_default(),
    };
    Tally {
        winners: winners.iter().map(titled).collect(),
        left,
    }
}
