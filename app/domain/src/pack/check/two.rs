//! Two people: letters, cancelled letters and the count were asked for by one and agreed to by another
//! (../README.md#what-is-checked).

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Verdict, Wrong};
use crate::{
    act::ActKind,
    audit::Event,
    ballot_box::Pseudonym,
    id::{RequestId, RoundId, WijkId},
    journal::{Entry, EntryActor},
    round::Rules,
};

/// Which act, and in which wijk where it is of one.
type Of = (ActKind, Option<WijkId>);

/// What two people are behind, until something else happens.
struct Agreed {
    of: Of,
    /// Who agreed, and so does it, as the entry has it.
    by: String,
}

/// The journal so far.
#[derive(Default)]
struct Walk {
    /// Requests that wait.
    asked: BTreeMap<RequestId, (Of, Pseudonym)>,
    agreed: Option<Agreed>,
    /// Wijken whose letters two people made.
    lettered: BTreeSet<WijkId>,
    wrong: Vec<Wrong>,
}

/// Whether two people are behind everything in the journal of a round that needs them.
pub fn two_people(journal: &[Entry], round: RoundId, rules: Option<&Rules>) -> Verdict {
    let mut walk = Walk::default();
    for entry in journal {
        let event = serde_json::from_str(&entry.event).ok();
        walk.note(entry, event.as_ref(), round);
    }
    let wijken = rules.into_iter().flat_map(|rules| &rules.wijken);
    let unlettered = wijken.filter(|wijk| !walk.lettered.contains(&wijk.wijk));
    let without = unlettered.map(|wijk| Wrong::NoLetters {
        wijk: wijk.name.clone(),
    });
    let found = Found {
        wrong: walk.wrong.into_iter().chain(without).collect(),
        is_unknown: rules.is_none(),
    };
    found.verdict()
}

impl Walk {
    fn note(&mut self, entry: &Entry, event: Option<&Event>, of: RoundId) {
        // What comes next must be the deed.
        let agreed = self.agreed.take();
        match event {
            Some(&Event::ActAsked {
                request,
                act,
                round,
                wijk,
            }) if round == of => {
                if let Some(person) = person(entry) {
                    self.asked.insert(request, ((act, wijk), person));
                }
            }
            Some(&Event::ActWithdrawn { request, round, .. }) if round == of => {
                self.asked.remove(&request);
            }
            Some(&Event::ActAgreed {
                request,
                act,
                round,
                wijk,
            }) if round == of => self.agree(entry, request, (act, wijk)),
            Some(&Event::CodesIssued { round, wijk, .. }) if round == of => {
                let made = self.deed(entry, agreed, (ActKind::MakeLetters, Some(wijk)));
                self.lettered.extend(made.map(|_| wijk));
            }
            // An envelope may be handed out for it.
            Some(&Event::LetterCancelled { round, wijk, .. }) if round == of => {
                self.agreed = self.deed(entry, agreed, (ActKind::CancelLetter, Some(wijk)));
            }
            Some(&Event::EnvelopeIssued { round, wijk, .. }) if round == of => {
                self.deed(entry, agreed, (ActKind::CancelLetter, Some(wijk)));
            }
            // The other wijken follow.
            Some(&Event::BoxCounted { round, .. }) if round == of => {
                self.agreed = self.deed(entry, agreed, (ActKind::CountVotes, None));
            }
            _ => {}
        }
    }

    fn agree(&mut self, entry: &Entry, request: RequestId, of: Of) {
        let asked = self.asked.remove(&request);
        let is_of_two = asked.zip(person(entry)).is_some_and(|(asked, second)| {
            let (asked_of, first) = asked;
            asked_of == of && first != second
        });
        if is_of_two {
            self.agreed = Some(Agreed {
                of,
                by: entry.actor.clone(),
            });
        } else {
            self.wrong.push(Wrong::Alone {
                entry: entry.number,
            });
        }
    }

    /// What two people agreed to in the entry before, if this deed is it.
    fn deed(&mut self, entry: &Entry, agreed: Option<Agreed>, of: Of) -> Option<Agreed> {
        let is_it = |agreed: &Agreed| agreed.of == of && agreed.by == entry.actor;
        let found = agreed.filter(is_it);
        if found.is_none() {
            self.wrong.push(Wrong::Alone {
                entry: entry.number,
            });
        }
        found
    }
}

/// Who did it, if it was a person: neither the clock nor the machine is one.
fn person(entry: &Entry) -> Option<Pseudonym> {
    match entry.actor.parse() {
        Ok(EntryActor::Person(_, pseudonym)) => Some(pseudonym),
        Ok(EntryActor::Clock | EntryActor::Console) | Err(_) => None,
    }
}
