//! What the journal says of a round: what everything else in its pack is held against.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    audit::{Event, EventKind},
    ballot_box::{BoxKey, Head},
    id::{RoundId, WijkId},
    journal::{Digest, Entry},
    phase::Phase,
    round::Spare,
};

/// What was said of a round, the last time where it was said more than once.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub rules: Option<Digest>,
    pub box_key: Option<BoxKey>,
    /// Said before any box was closed.
    pub sheet: Option<Digest>,
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
            Event::RulesFrozen { round, rules } if round == of => self.rules = rules.parse().ok(),
            Event::BoxKeyMade { round, key, .. } if round == of => self.box_key = key.parse().ok(),
            Event::SheetMade { round, sheet } if round == of && self.none_closed() => {
                self.sheet = sheet.parse().ok();
            }
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
