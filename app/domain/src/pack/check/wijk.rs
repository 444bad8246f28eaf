//! One wijk of a pack: its letters, its box opened again, and everything that follows.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Checked, Found, Item, Part, Verdict, WijkReport, Wrong,
    facts::{Closed, Counted, Fixed, WijkFacts},
};
use crate::{
    ballot_box::{
        BoxRow, LetterKind, LetterName, Link, Opened, OpenedBallot, PrivateKey, Rejected, Seal,
        head, letter_list_hash, open_box, seal_list_hash,
    },
    outcome::{FileHead, Lot, Publication, count_wijk},
    pabulib::{self, Description},
    pack::{
        fault::PackFault,
        files::{self, Files, of},
        line::{BoxLine, CancelledLine, LetterLine, OutcomeFile},
        read::bad_line,
        write::{Derived, files_hash},
    },
    recount::{Expected, Progress, recount},
    round::{Rules, SheetWijk, Spare, WijkRules},
};

/// What stands in the files of a wijk, as far as it can be read.
struct Stated {
    seals: Vec<Seal>,
    letters: Vec<LetterLine>,
    cancelled: Vec<CancelledLine>,
    rows: Vec<BoxLine>,
    outcome: OutcomeFile,
    box_key: PrivateKey,
    election: Vec<u8>,
}

impl Checked<'_> {
    pub(super) fn wijk(
        &self,
        rules: &Rules,
        wijk: &WijkRules,
        progress: &mut dyn FnMut(Progress),
    ) -> WijkReport {
        let no_facts = WijkFacts::default();
        let facts = self.facts.wijken.get(&wijk.wijk).unwrap_or(&no_facts);
        let sheet = self.sheet.as_ref();
        let fixed = sheet.and_then(|sheet| sheet.wijken.iter().find(|it| it.wijk == wijk.wijk));
        let letters = self.letters(wijk, facts, fixed);
        let is_too_few = self.is_too_few(wijk.wijk);
        let stated = (!is_too_few).then(|| self.stated(wijk));
        let (items, recount) = match stated {
            Some(Ok(stated)) => {
                let published = self.published(rules, wijk, &stated);
                let expected = self.expected(facts, fixed);
                let recount = recount(&published, &expected, progress);
                let derived = Again::of(rules, wijk, &stated, &published);
                let items = vec![
                    (Item::Cancelled, cancelled(&stated, facts, wijk, rules)),
                    (
                        Item::Opening,
                        self.opening(wijk, facts, &stated, derived.as_ref()),
                    ),
                    (Item::Published, self.results(wijk, facts, derived.as_ref())),
                ];
                (items, Some(recount))
            }
            Some(Err(fault)) => (blocked(Verdict::Wrong(vec![Wrong::File(fault)])), None),
            None => {
                let mut items = blocked(Verdict::Unknown);
                // What is published of few ballots cannot be worked out again, but it can be compared.
                if let (Verdict::Wrong(wrong), Some(published)) =
                    (self.totals(wijk, facts), items.last_mut())
                {
                    published.1 = Verdict::Wrong(wrong);
                }
                (items, None)
            }
        };
        WijkReport {
            wijk: wijk.wijk,
            name: wijk.name.clone(),
            items: std::iter::once((Item::Letters, letters))
                .chain(items)
                .collect(),
            recount,
        }
    }

    fn letters(&self, wijk: &WijkRules, facts: &WijkFacts, fixed: Option<&SheetWijk>) -> Verdict {
        let mut found = Found::default();
        let seals = found.read(self.reader.seals(wijk.wijk));
        let letters = found.read(self.reader.letters(wijk.wijk));
        let on_sheet = fixed.map(|fixed| Fixed {
            letters: fixed.letters,
            spare: fixed.spare,
            seals: fixed.seals,
        });
        if let Some(on_sheet) = &on_sheet {
            found.same(Part::Seals, on_sheet, facts.seals.as_ref());
        }
        if let Some(seals) = seals {
            let list = (seals.len() as u64, seal_list_hash(&seals));
            let said = fixed.map(|fixed| (fixed.codes(), fixed.seals));
            found.same(Part::Seals, &list, said.as_ref());
        }
        if let Some(letters) = letters {
            let list: Vec<_> = letters.iter().map(|it| (it.kind, it.commitment)).collect();
            let hash = letter_list_hash(&list);
            let said = fixed.map(|fixed| fixed.letter_list);
            found.same(Part::Letters, &hash, said.as_ref());
            let many = |kind| letters.iter().filter(|it| it.kind == kind).count() as u64;
            let stated = LetterKind::ALL.iter().map(|&kind| many(kind)).collect();
            let said = fixed.map(|fixed| numbers(fixed.letters, fixed.spare));
            found.same(Part::Letters, &stated, said.as_ref());
            let spare = letters.iter().filter(|it| it.kind != LetterKind::Letter);
            let numbers = spare.map(|it| it.number);
            let left = numbers.filter(|number| !facts.issued.contains(number));
            let said = facts.closed.as_ref().map(|closed| &closed.unissued);
            found.same(Part::Letters, &left.collect(), said);
        }
        // No more letters than people who may vote, and exactly what the rules have beside them.
        if fixed.is_some_and(|it| it.letters > wijk.eligible || it.spare != wijk.spare) {
            found.wrong.push(Wrong::Other(Part::Letters));
        }
        found.verdict()
    }

    fn stated(&self, wijk: &WijkRules) -> Result<Stated, PackFault> {
        let (reader, wijk) = (self.reader, wijk.wijk);
        Ok(Stated {
            seals: reader.seals(wijk)?,
            letters: reader.letters(wijk)?,
            cancelled: reader.cancelled(wijk)?,
            rows: reader.closed_box(wijk)?,
            outcome: reader.outcome(wijk)?,
            box_key: reader.box_key()?,
            election: reader.bytes(&of(wijk, files::ELECTION))?.to_vec(),
        })
    }

    fn expected(&self, facts: &WijkFacts, fixed: Option<&SheetWijk>) -> Expected {
        let closed = facts.closed.as_ref();
        Expected {
            rules: self.facts.rules,
            seals: fixed.map(|fixed| fixed.seals),
            head: closed.and_then(|closed| closed.head),
            box_key: self.facts.box_key,
            cancelled: closed.map(|closed| closed.aside().len() as u64),
            winners: None,
            left: None,
        }
    }

    /// The wijk as its own files show it: what is counted again.
    fn published(&self, rules: &Rules, wijk: &WijkRules, stated: &Stated) -> Publication {
        // Of a seal on two rows each line takes one.
        let mut rows: BTreeMap<Seal, Vec<&BoxLine>> = BTreeMap::new();
        for row in stated.rows.iter().rev() {
            rows.entry(row.seal).or_default().push(row);
        }
        let mut row_of = |seal: Seal| rows.get_mut(&seal)?.pop();
        let ballots = self.reader.ballots(wijk.wijk).unwrap_or_default();
        let rejected = self.reader.rejected(wijk.wijk).unwrap_or_default();
        let laid_aside = stated.rows.iter().filter(|row| row.sealed.is_none());
        Publication {
            round: rules.round,
            wijk: wijk.wijk,
            rules: rules.clone(),
            lot: stated.outcome.lot.clone(),
            winners: stated
                .outcome
                .winners
                .iter()
                .map(|it| it.proposal)
                .collect(),
            left: stated.outcome.left,
            seals: stated.seals.clone(),
            box_key: stated.box_key.clone(),
            opened: Opened {
                ballots: ballots
                    .into_iter()
                    .filter_map(|line| {
                        let row = row_of(line.seal)?;
                        Some(OpenedBallot {
                            words: line.words,
                            choices: line.choices,
                            seal: line.seal,
                            salt: line.salt,
                            envelope: row.envelope,
                            signature: row.signature,
                        })
                    })
                    .collect(),
                laid_aside: laid_aside.map(BoxLine::closed).collect(),
                rejected: rejected
                    .into_iter()
                    .filter_map(|line| {
                        let row = row_of(line.seal)?;
                        Some(Rejected {
                            row: row.closed(),
                            sealed: row.sealed.clone()?,
                            why: line.why,
                        })
                    })
                    .collect(),
            },
        }
    }

    /// Ballots and rejected rows are what the envelopes hold.
    fn opening(
        &self,
        wijk: &WijkRules,
        facts: &WijkFacts,
        stated: &Stated,
        again: Option<&Again>,
    ) -> Verdict {
        let mut found = Found::default();
        let ballots = facts.closed.as_ref().map(|closed| closed.ballots);
        found.same(Part::Box, &(stated.rows.len() as u64), ballots.as_ref());
        let name = of(wijk.wijk, files::BOX);
        for (line, row) in (1..).zip(&stated.rows) {
            let sealed = row.sealed.as_ref();
            if sealed.is_some_and(|sealed| sealed.hash() != row.envelope) {
                found.wrong.push(Wrong::File(bad_line(&name, line)));
            }
        }
        found.read(self.reader.ballots(wijk.wijk));
        found.read(self.reader.rejected(wijk.wijk));
        self.follows(wijk, again, &[files::BALLOTS, files::REJECTED], &mut found);
        found.verdict()
    }

    /// Outcome, proof and election file follow from the ballots; all files are those of the journal.
    fn results(&self, wijk: &WijkRules, facts: &WijkFacts, again: Option<&Again>) -> Verdict {
        let mut found = Found::default();
        let results = [files::OUTCOME, files::PROOF, files::ELECTION];
        self.follows(wijk, again, &results, &mut found);
        let counted = facts.counted.as_ref();
        let said = counted.and_then(|counted| counted.files);
        let files = files_hash(&self.folder(wijk));
        found.same(Part::Published, &files, said.as_ref());
        if let Some(again) = again {
            let said = counted.map(Counted::numbers);
            found.same(Part::Published, &again.numbers, said.as_ref());
        }
        found.verdict()
    }

    /// The totals of a wijk with few ballots are those of the journal, and the lot follows from the box.
    fn totals(&self, wijk: &WijkRules, facts: &WijkFacts) -> Verdict {
        let mut found = Found::default();
        let counted = facts.counted.as_ref();
        let said = counted.and_then(|counted| counted.files);
        let files = files_hash(&self.folder(wijk));
        found.same(Part::Published, &files, said.as_ref());
        if let Some(outcome) = found.read(self.reader.outcome(wijk.wijk)) {
            let numbers = [outcome.ballots, outcome.rejected, outcome.laid_aside];
            let said = counted.map(Counted::numbers);
            found.same(Part::Published, &numbers, said.as_ref());
            let closed = facts.closed.as_ref();
            let said = closed.map(|closed| closed.ballots);
            found.same(Part::Box, &numbers.iter().sum(), said.as_ref());
            let drawn = closed
                .and_then(|closed| closed.head)
                .map(|head| Lot::draw(outcome.lot.promised, &head, wijk));
            found.same(Part::Published, &outcome.lot, drawn.as_ref());
            let promise = outcome.lot.promised.commitment().to_string();
            found.same(Part::Published, &promise, Some(&wijk.lot_commitment));
        }
        found.verdict()
    }

    /// The files in the folder of a wijk, by name without it.
    fn folder(&self, wijk: &WijkRules) -> Files {
        let prefix = format!("{}/", wijk.wijk);
        let files = self.reader.0.iter();
        files
            .filter_map(|(name, content)| {
                let name = name.strip_prefix(&prefix)?;
                Some((name.to_owned(), content.clone()))
            })
            .collect()
    }

    /// These files are what was worked out again.
    fn follows(&self, wijk: &WijkRules, again: Option<&Again>, names: &[&str], found: &mut Found) {
        let Some(again) = again else {
            found.is_unknown = true;
            return;
        };
        for name in names {
            let file = of(wijk.wijk, name);
            if self.reader.0.get(&file) != again.files.get(*name) {
                found.wrong.push(Wrong::File(PackFault::Differs { file }));
            }
        }
    }
}

impl Stated {
    /// What only the one who published knows of the election file: taken from there, and free text.
    fn file_head(&self) -> FileHead {
        let about = pabulib::read(&self.election).map(|file| Description::of(&file.meta));
        let about = about.unwrap_or_default();
        FileHead {
            municipality: about.unit,
            from: about.date_begin,
            to: about.date_end,
        }
    }
}

/// What cannot be checked without the box.
fn blocked(verdict: Verdict) -> Vec<(Item, Verdict)> {
    vec![
        (Item::Cancelled, Verdict::Unknown),
        (Item::Opening, verdict),
        (Item::Published, Verdict::Unknown),
    ]
}

/// How many codes of each kind there are.
fn numbers(letters: u32, spare: Spare) -> Vec<u64> {
    spare
        .with_letters(letters)
        .map(|(_, many)| many.into())
        .to_vec()
}

/// The codes that are laid aside are those of the journal, and each seal is proved to be that of its code.
fn cancelled(stated: &Stated, facts: &WijkFacts, wijk: &WijkRules, rules: &Rules) -> Verdict {
    let mut found = Found::default();
    let numbers: Vec<u32> = stated.cancelled.iter().map(|line| line.number).collect();
    let aside = facts.closed.as_ref().map(Closed::aside);
    found.same(Part::Cancelled, &numbers, aside.as_ref());
    if let Some(closed) = &facts.closed {
        let mut told = facts.cancelled.clone();
        told.sort_unstable();
        found.same(Part::Cancelled, &closed.cancelled, Some(&told));
    }
    for line in &stated.cancelled {
        let number = line.number;
        let link = Link {
            seal: line.seal,
            salt: line.salt,
        };
        let letter = stated.letters.iter().find(|letter| letter.number == number);
        let is_proved = letter.is_some_and(|letter| {
            let name = LetterName {
                round: rules.round,
                wijk: wijk.wijk,
                kind: letter.kind,
                number,
            };
            link.commitment(&name) == letter.commitment
        });
        if !is_proved || stated.seals.binary_search(&line.seal).is_err() {
            found.wrong.push(Wrong::Letter { number });
        }
    }
    let aside: BTreeSet<Seal> = stated.cancelled.iter().map(|line| line.seal).collect();
    let name = of(wijk.wijk, files::BOX);
    for (line, row) in (1..).zip(&stated.rows) {
        if row.sealed.is_none() != aside.contains(&row.seal) {
            found.wrong.push(Wrong::File(bad_line(&name, line)));
        }
    }
    found.verdict()
}

/// What the box, its key and the rules give.
struct Again {
    files: Files,
    numbers: [u64; 3],
}

impl Again {
    fn of(
        rules: &Rules,
        wijk: &WijkRules,
        stated: &Stated,
        published: &Publication,
    ) -> Option<Self> {
        let rows: Vec<BoxRow> = stated.rows.iter().filter_map(BoxLine::row).collect();
        let paper = rules.paper(wijk.wijk)?;
        let seals = stated.seals.iter().copied().collect();
        let (round, of_wijk) = (rules.round, wijk.wijk);
        let key = &stated.box_key;
        let aside = BTreeSet::new();
        let mut opened = open_box(key, round, of_wijk, &rows, &seals, &aside, |choices| {
            paper.allows(choices)
        });
        opened.laid_aside.clone_from(&published.opened.laid_aside);
        let head = head(stated.rows.iter().map(BoxLine::closed));
        let lot = Lot::draw(published.lot.promised, &head, wijk);
        let outcome = count_wijk(rules, wijk, opened.clone(), lot.clone(), head).ok()?;
        let numbers = [
            opened.ballots.len() as u64,
            opened.rejected.len() as u64,
            opened.laid_aside.len() as u64,
        ];
        let again = Publication {
            lot: lot.clone(),
            winners: outcome.allocation.winners().map(|it| it.id).collect(),
            left: outcome.allocation.left,
            opened,
            ..published.clone()
        };
        Some(Self {
            files: Derived {
                opened: &again.opened,
                allocation: &outcome.allocation,
                lot: &lot,
                proof: again.proof().ok()?,
                election: again.pabulib(&stated.file_head()).ok()?,
            }
            .files()
            .ok()?,
            numbers,
        })
    }
}
