//! Reading a pack: every file in the one form in which it is written, or the fault in it.

use serde::{Serialize, de::DeserializeOwned};

use super::{
    fault::PackFault,
    files::{self, Files, of},
    line::{self, BallotLine, BoxLine, CancelledLine, LetterLine, OutcomeFile, RejectedLine},
};
use crate::{
    ballot_box::{ControlWord, PrivateKey, Seal},
    id::WijkId,
    journal::{Entry, JournalKey},
    round::{Rules, Sheet},
};

pub type Read<T> = Result<T, PackFault>;

/// The files of a pack, one at a time.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub &'a Files);

impl<'a> Reader<'a> {
    pub fn bytes(self, name: &str) -> Read<&'a [u8]> {
        let content = self.0.get(name).ok_or_else(|| PackFault::Missing {
            file: name.to_owned(),
        })?;
        Ok(content)
    }

    pub fn journal(self) -> Read<Vec<Entry>> {
        line::read(files::JOURNAL, self.bytes(files::JOURNAL)?)
    }

    pub fn journal_key(self) -> Read<JournalKey> {
        self.only_line(files::JOURNAL_KEY)
    }

    pub fn box_key(self) -> Read<PrivateKey> {
        let text = self.one_line(files::BOX_KEY)?;
        PrivateKey::try_from(text.to_owned())
            .ok()
            .filter(|key| String::from(key.clone()) == text)
            .ok_or_else(|| bad_line(files::BOX_KEY, 1))
    }

    pub fn rules(self) -> Read<Rules> {
        self.json(files::RULES)
    }

    pub fn sheet(self) -> Read<Sheet> {
        self.json(files::SHEET)
    }

    /// The list of control words must be the list: by it people find their ballots.
    pub fn words(self) -> Read<()> {
        let lines = line::lines(files::WORDS, self.bytes(files::WORDS)?)?;
        for (number, index) in (1..).zip(0..ControlWord::COUNT) {
            let word = ControlWord::at(index).map(|word| word.to_string());
            if lines.get(number - 1).copied() != word.as_deref() {
                return Err(bad_line(files::WORDS, number));
            }
        }
        let count = usize::from(ControlWord::COUNT);
        if lines.len() == count {
            Ok(())
        } else {
            Err(bad_line(files::WORDS, count + 1))
        }
    }

    pub fn seals(self, wijk: WijkId) -> Read<Vec<Seal>> {
        let name = of(wijk, files::SEALS);
        let seals: Vec<Seal> = line::lines(&name, self.bytes(&name)?)?
            .iter()
            .zip(1..)
            .map(|(text, line)| exact(text).ok_or_else(|| bad_line(&name, line)))
            .collect::<Read<_>>()?;
        ascending(&name, &seals, |seal| *seal)?;
        Ok(seals)
    }

    pub fn letters(self, wijk: WijkId) -> Read<Vec<LetterLine>> {
        let name = of(wijk, files::LETTERS);
        let letters: Vec<LetterLine> = self.wijk_lines(&name)?;
        match (1..).zip(&letters).find(|(at, it)| *at != it.number) {
            Some((_, letter)) => Err(PackFault::Order {
                line: letters
                    .iter()
                    .position(|it| it == letter)
                    .map_or(1, |at| at + 1),
                file: name,
            }),
            None => Ok(letters),
        }
    }

    pub fn cancelled(self, wijk: WijkId) -> Read<Vec<CancelledLine>> {
        let name = of(wijk, files::CANCELLED);
        let lines: Vec<CancelledLine> = self.wijk_lines(&name)?;
        ascending(&name, &lines, |line| line.number)?;
        Ok(lines)
    }

    pub fn closed_box(self, wijk: WijkId) -> Read<Vec<BoxLine>> {
        let name = of(wijk, files::BOX);
        let lines: Vec<BoxLine> = self.wijk_lines(&name)?;
        // A seal on two rows is for the opening to reject.
        match lines.windows(2).position(|two| two[0].seal > two[1].seal) {
            Some(at) => Err(PackFault::Order {
                file: name,
                line: at + 2,
            }),
            None => Ok(lines),
        }
    }

    pub fn ballots(self, wijk: WijkId) -> Read<Vec<BallotLine>> {
        self.wijk_lines(&of(wijk, files::BALLOTS))
    }

    pub fn rejected(self, wijk: WijkId) -> Read<Vec<RejectedLine>> {
        self.wijk_lines(&of(wijk, files::REJECTED))
    }

    pub fn outcome(self, wijk: WijkId) -> Read<OutcomeFile> {
        let name = of(wijk, files::OUTCOME);
        let mut lines: Vec<OutcomeFile> = self.wijk_lines(&name)?;
        match (lines.pop(), lines.is_empty()) {
            (Some(outcome), true) => Ok(outcome),
            _ => Err(bad_line(&name, 1)),
        }
    }

    fn wijk_lines<T: Serialize + DeserializeOwned>(self, name: &str) -> Read<Vec<T>> {
        line::read(name, self.bytes(name)?)
    }

    fn one_line(self, name: &str) -> Read<&'a str> {
        match line::lines(name, self.bytes(name)?)?.as_slice() {
            [only] => Ok(only),
            _ => Err(bad_line(name, 1)),
        }
    }

    fn only_line<T: std::str::FromStr + ToString>(self, name: &str) -> Read<T> {
        exact(self.one_line(name)?).ok_or_else(|| bad_line(name, 1))
    }

    /// A text that was hashed as it stands, so without a line end.
    fn json<T: Serialize + DeserializeOwned>(self, name: &str) -> Read<T> {
        let bytes = self.bytes(name)?;
        let value: T = serde_json::from_slice(bytes).map_err(|_| bad_line(name, 1))?;
        let is_canonical = serde_json::to_vec(&value).is_ok_and(|again| again == bytes);
        is_canonical
            .then_some(value)
            .ok_or_else(|| bad_line(name, 1))
    }
}

pub fn bad_line(file: &str, line: usize) -> PackFault {
    PackFault::Line {
        file: file.to_owned(),
        line,
    }
}

/// A value in the one form in which it is written.
fn exact<T: std::str::FromStr + ToString>(text: &str) -> Option<T> {
    let value: T = text.parse().ok()?;
    (value.to_string() == text).then_some(value)
}

fn ascending<T, Key: Ord>(file: &str, lines: &[T], key: impl Fn(&T) -> Key) -> Read<()> {
    match lines
        .windows(2)
        .position(|two| key(&two[0]) >= key(&two[1]))
    {
        Some(at) => Err(PackFault::Order {
            file: file.to_owned(),
            line: at + 2,
        }),
        None => Ok(()),
    }
}
