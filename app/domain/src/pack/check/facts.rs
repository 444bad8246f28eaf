//! What the journal says of a round: what everything else in its pack is held against.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    audit::{Event, EventKind},
    ballot_box::{BoxKey, Head},
    id::{RoundId, WijkId},
    journal::{Digest, Entry},
    phase::Phase,
    round::{Millis, Schedule, Spare},
};

/// What was said of a round, the last time where it was said more than once.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub rules: Option<Digest>,
    pub box_key: Option<BoxKey>,
    /// Said before any box was closed: of the sheet that was made when voting opened, or when its dates were moved.
    pub sheet: Option<Digest>,
    /// What the dates were moved to after the rules were frozen, in the order of the journal.
    pub moved: Vec<Schedule>,
    /// Whether dates were moved once a box was closed.
    pub is_moved_late: bool,
    pub wijken: BTreeMap<WijkId, WijkFacts>,
    /// What may be said once, and was said again.
    pub again: Vec<EventKind>,
    /// Whether the last entry is the one that says that the round was counted.
    pub is_counted: bool,
}

/// What was said of one wijk.
#[derive(Clone, Debug, Default)]
pub struct WijkFacts {
    pub seals: Option<Fixed>,
    pub closed: Option<Closed>,
    /// Numbers of the letters that were cancelled before the box was closed, in the order of the journal.
    pub cancelled: Vec<u32>,
    /// Numbers of the envelopes that were handed out before then.
    pub issued: BTreeSet<u32>,
    pub counted: Option<Counted>,
}

/// The list of seals as it was fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fixed {
    pub letters: u32,
    pub spare: Spare,
    pub seals: Digest,
}

#[derive(Clone, Debug)]
pub struct Closed {
    pub ballots: u64,
    pub head: Option<Head>,
    pub cancelled: Vec<u32>,
    pub unissued: Vec<u32>,
}

impl Closed {
    /// Numbers of all codes of which the votes are laid aside, in order.
    pub fn aside(&self) -> Vec<u32> {
        let mut aside = [self.cancelled.as_slice(), &self.unissued].concat();
        aside.sort_unstable();
        aside
    }
}

#[derive(Clone, Debug)]
pub struct Counted {
    pub valid: u64,
    pub rejected: u64,
    pub laid_aside: u64,
    pub files: Option<Digest>,
}

impl Counted {
    /// Ballots that count, that do not, and that were laid aside.
    pub const fn numbers(&self) -> [u64; 3] {
        [self.valid, self.rejected, self.laid_aside]
    }
}

impl Facts {
    pub fn of(journal: &[Entry], round: RoundId) -> Self {
        let mut facts = Self::default();
        for entry in journal {
            // What another version wrote says nothing of this round.
            if let Ok(event) = serde_json::from_str(&entry.event) {
                facts.note(event, round);
            }
        }
        facts
    }

    /// Notes what is said a second time: else whoever writes the journal could take back what was fixed.
    fn once<T>(&mut self, before: Option<&T>, event: &Event) {
        if before.is_some() {
            self.again.push(EventKind::from(event));
        }
    }

    fn note(&mut self, event: Event, of: RoundId) {
        self.note_again(&event, of);
        self.is_counted = matches!(
            event,
            Event::RoundStepped { round, to: Phase::Counted, .. } if round == of
        );
        match event {
            Event::RulesFrozen { round, rules } if round == of => {
                self.rules = rules.parse().ok();
                // What was moved before stands in the rules.
                self.moved.clear();
            }
            Event::BoxKeyMade { round, key, .. } if round == of => self.box_key = key.parse().ok(),
            Event::SheetMade { round, sheet } if round == of && self.none_closed() => {
                self.sheet = sheet.parse().ok();
            }
            Event::DatesMoved {
                round,
                schedule,
                sheet,
                ..
            } if round == of => self.note_moved(schedule, sheet.as_deref()),
            Event::SealsFixed {
                round,
                wijk,
                letters,
                spare,
                seal_list,
            } if round == of => {
                self.wijk(wijk).seals = seal_list.parse().ok().map(|seals| Fixed {
                    letters,
                    spare,
                    seals,
                });
            }
            Event::LetterCancelled {
                round,
                wijk,
                number,
                ..
            } if round == of && self.wijk(wijk).closed.is_none() => {
                self.wijk(wijk).cancelled.push(number);
            }
            Event::EnvelopeIssued {
                round,
                wijk,
                number,
            } if round == of && self.wijk(wijk).closed.is_none() => {
                self.wijk(wijk).issued.insert(number);
            }
            Event::BoxClosed {
                round,
                wijk,
                ballots,
                head,
                cancelled,
                unissued,
            } if round == of => {
                self.wijk(wijk).closed = Some(Closed {
                    ballots,
                    head: head.parse().ok(),
                    cancelled,
                    unissued,
                });
            }
            Event::BoxCounted {
                round,
                wijk,
                valid,
                rejected,
                laid_aside,
                files,
            } if round == of => {
                self.wijk(wijk).counted = Some(Counted {
                    valid,
                    rejected,
                    laid_aside,
                    files: files.parse().ok(),
                });
            }
            _ => {}
        }
    }

    /// While a round votes, its new dates stand on a new sheet.
    fn note_moved(&mut self, schedule: Schedule, sheet: Option<&str>) {
        if !self.none_closed() {
            self.is_moved_late = true;
            return;
        }
        self.moved.push(schedule);
        if self.sheet.is_some() {
            self.sheet = sheet.and_then(|sheet| sheet.parse().ok());
        }
    }

    /// The dates of the vote, if each time they were moved it opened and closed no earlier than was promised before.
    pub fn dates<'a>(&'a self, promised: &'a Schedule) -> Option<&'a Schedule> {
        let at = |schedule: &Schedule, phase| schedule.get(&phase).copied();
        let is_later = |old: Option<Millis>, new: Option<Millis>| new.is_some() && new >= old;
        let mut last = promised;
        for moved in &self.moved {
            for phase in [Phase::Voting, Phase::Closed] {
                if !is_later(at(last, phase), at(moved, phase)) {
                    return None;
                }
            }
            last = moved;
        }
        (!self.is_moved_late).then_some(last)
    }

    fn note_again(&mut self, event: &Event, of: RoundId) {
        match *event {
            Event::RulesFrozen { round, .. } if round == of => {
                let before = self.rules;
                self.once(before.as_ref(), event);
            }
            Event::SheetMade { round, .. } if round == of => {
                let before = self.sheet;
                self.once(before.as_ref(), event);
            }
            Event::SealsFixed { round, wijk, .. } if round == of => {
                let before = self.wijk(wijk).seals;
                self.once(before.as_ref(), event);
            }
            Event::BoxClosed { round, wijk, .. } if round == of => {
                let before = self.wijk(wijk).closed.clone();
                self.once(before.as_ref(), event);
            }
            Event::BoxCounted { round, wijk, .. } if round == of => {
                let before = self.wijk(wijk).counted.clone();
                self.once(before.as_ref(), event);
            }
            _ => {}
        }
    }

    fn none_closed(&self) -> bool {
        self.wijken.values().all(|wijk| wijk.closed.is_none())
    }

    fn wijk(&mut self, wijk: WijkId) -> &mut WijkFacts {
        self.wijken.entry(wijk).or_default()
    }
}
