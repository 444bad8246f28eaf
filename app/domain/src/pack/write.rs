//! Writing a pack.

use super::{
    files::{self, Files, of},
    line::{
        self, BallotLine, BoxLine, CancelledLine, LetterLine, OutcomeFile, RejectedLine, WinnerLine,
    },
};
use crate::{
    ballot_box::{
        BoxRow, ControlWord, Envelope, LetterCommitment, LetterKind, Link, Opened, PrivateKey, Seal,
    },
    count::Allocation,
    encoding::hash_fields,
    id::WijkId,
    journal::{Digest, Entry, JournalKey},
    outcome::{Lot, MIN_PUBLISHED, Proof},
};

/// What is published of a wijk.
#[derive(Clone, Debug)]
pub struct WijkContent<'a> {
    /// Every seal that could vote.
    pub seals: &'a [Seal],
    /// Every letter, in the order of its number from 1.
    pub letters: &'a [(LetterKind, LetterCommitment)],
    /// The cancelled letters with their numbers, in order.
    pub cancelled: &'a [(u32, Link)],
    /// The closed box.
    pub rows: &'a [BoxRow],
    /// What follows from these, the rules and the key of the box.
    pub derived: Derived<'a>,
}

/// What anybody works out again who has the box, its key and the rules.
#[derive(Clone, Debug)]
pub struct Derived<'a> {
    /// What came out of the box.
    pub opened: &'a Opened,
    /// Who won, and what is left.
    pub allocation: &'a Allocation,
    /// The lot, revealed.
    pub lot: &'a Lot,
    /// What every ballot paid, where the rule lets voters pay.
    pub proof: Option<Proof>,
    /// The ballots in the Pabulib format.
    pub election: String,
}

impl WijkContent<'_> {
    /// The files in the folder of the wijk, by name without it.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn files(&self) -> serde_json::Result<Files> {
        let mut files = self.derived.files()?;
        files.insert(files::SEALS.into(), self.seal_lines());
        files.insert(files::LETTERS.into(), line::write(self.letter_lines())?);
        if !self.derived.is_too_few() {
            let cancelled = line::write(self.cancelled_lines())?;
            files.insert(files::CANCELLED.into(), cancelled);
            files.insert(files::BOX.into(), line::write(self.box_lines())?);
        }
        Ok(files)
    }

    fn seal_lines(&self) -> Vec<u8> {
        let mut seals = self.seals.to_vec();
        seals.sort_unstable();
        let lines: String = seals.iter().map(|seal| format!("{seal}\n")).collect();
        lines.into_bytes()
    }

    fn letter_lines(&self) -> impl Iterator<Item = LetterLine> {
        (1..)
            .zip(self.letters)
            .map(|(number, &(kind, commitment))| LetterLine {
                number,
                kind,
                commitment,
            })
    }

    fn cancelled_lines(&self) -> impl Iterator<Item = CancelledLine> {
        self.cancelled.iter().map(|&(number, link)| CancelledLine {
            number,
            seal: link.seal,
            salt: link.salt,
        })
    }

    fn box_lines(&self) -> Vec<BoxLine> {
        let is_aside = |seal| self.cancelled.iter().any(|(_, link)| link.seal == seal);
        let mut lines: Vec<BoxLine> = self
            .rows
            .iter()
            .map(|row| BoxLine {
                seal: row.seal,
                commitment: row.commitment,
                envelope: row.envelope(),
                signature: row.signature,
                sealed: (!is_aside(row.seal)).then(|| Envelope::new(row.sealed.clone())),
            })
            .collect();
        lines.sort_unstable_by_key(|line| line.seal);
        lines
    }
}

impl Derived<'_> {
    /// Among so few, choices point at people.
    const fn is_too_few(&self) -> bool {
        (self.opened.ballots.len() as u64) < MIN_PUBLISHED
    }

    /// The files that hold it, by name without the folder.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn files(&self) -> serde_json::Result<Files> {
        let mut files = Files::new();
        files.insert(files::OUTCOME.into(), line::write([self.outcome()])?);
        if self.is_too_few() {
            return Ok(files);
        }
        files.insert(files::BALLOTS.into(), line::write(self.ballot_lines())?);
        files.insert(files::REJECTED.into(), line::write(self.rejected_lines())?);
        files.insert(files::ELECTION.into(), self.election.clone().into());
        if let Some(proof) = &self.proof {
            files.insert(files::PROOF.into(), line::write([proof])?);
        }
        Ok(files)
    }

    fn ballot_lines(&self) -> impl Iterator<Item = BallotLine> {
        self.opened.ballots.iter().map(|ballot| BallotLine {
            words: ballot.words,
            choices: ballot.choices.clone(),
            seal: ballot.seal,
            salt: ballot.salt,
        })
    }

    fn rejected_lines(&self) -> impl Iterator<Item = RejectedLine> {
        self.opened.rejected.iter().map(|rejected| RejectedLine {
            seal: rejected.row.seal,
            why: rejected.why,
        })
    }

    fn outcome(&self) -> OutcomeFile {
        let winners = self.allocation.winners();
        OutcomeFile {
            winners: winners
                .map(|award| WinnerLine {
                    proposal: award.id,
                    places: award.places,
                })
                .collect(),
            left: self.allocation.left,
            lot: self.lot.clone(),
            ballots: self.opened.ballots.len() as u64,
            laid_aside: self.opened.laid_aside.len() as u64,
            rejected: self.opened.rejected.len() as u64,
        }
    }
}

/// The hash over the files of a wijk, by name; tag `wijkbanen/files/v2`. It goes into the journal with the count.
#[must_use]
pub fn files_hash(files: &Files) -> Digest {
    let fields = files
        .iter()
        .flat_map(|(name, content)| [name.as_bytes(), content.as_slice()]);
    Digest::new(hash_fields("wijkbanen/files/v2", fields))
}

/// The journal as a file: an entry a line.
///
/// # Errors
/// Never for these types; kept as an error so that no caller panics.
pub fn journal_file(entries: &[Entry]) -> serde_json::Result<Vec<u8>> {
    line::write(entries)
}

/// The whole pack: the texts as they were hashed, and the files of each wijk.
///
/// # Errors
/// Never for these types; kept as an error so that no caller panics.
pub fn write(
    rules: &str,
    sheet: &str,
    box_key: &PrivateKey,
    journal: &[Entry],
    journal_key: &JournalKey,
    wijken: &[(WijkId, Files)],
) -> serde_json::Result<Files> {
    let mut pack: Files = files::READ_ME
        .map(|(name, text)| (name.to_owned(), text.into()))
        .into();
    let words = (0..)
        .map_while(ControlWord::at)
        .map(|word| format!("{word}\n"));
    pack.extend([
        (files::JOURNAL.to_owned(), journal_file(journal)?),
        (
            files::JOURNAL_KEY.to_owned(),
            format!("{journal_key}\n").into_bytes(),
        ),
        (files::WORDS.to_owned(), words.collect::<String>().into()),
        (files::RULES.to_owned(), rules.into()),
        (files::SHEET.to_owned(), sheet.into()),
        (
            files::BOX_KEY.to_owned(),
            format!("{}\n", String::from(box_key.clone())).into_bytes(),
        ),
    ]);
    for (wijk, files) in wijken {
        let placed = files
            .iter()
            .map(|(name, content)| (of(*wijk, name), content.clone()));
        pack.extend(placed);
    }
    Ok(pack)
}
