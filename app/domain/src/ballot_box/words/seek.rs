//! Words that somebody copies from a note, to look a ballot up: forgiving, and never guessing unasked.

use super::{ControlWord, ControlWords, WordFault};

/// Typed words that are not three of the list, and what they may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// These three, if each slip of the pen is forgiven.
    Perhaps(ControlWords),
    /// Nothing like three words of the list.
    Fault(WordFault),
}

impl ControlWords {
    /// Reads three words to look them up, as people copy them from a note: halves apart, words together, any sign between.
    /// What looks like words of the list and is not is never taken for them, but proposed.
    ///
    /// # Errors
    /// [`Unclear`] proposes the nearest words, or says what is wrong.
    pub fn seek(text: &str) -> Result<Self, Unclear> {
        let fault = match Self::parse(text) {
            Ok(words) => return Ok(words),
            Err(fault) => fault,
        };
        let letters: String = text.chars().filter(|sign| sign.is_alphabetic()).collect();
        let letters = letters.to_lowercase();
        if let Some(words) = run_together(&letters) {
            return Ok(words);
        }
        let typed: Vec<&str> = text
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let near = match typed.as_slice() {
            [one, two, three] => nearest(one).zip(nearest(two)).zip(nearest(three)),
            _ => None,
        };
        Err(near.map_or(Unclear::Fault(fault), |((one, two), three)| {
            Unclear::Perhaps(Self([one, two, three]))
        }))
    }
}

/// Three words without anything between them.
fn run_together(letters: &str) -> Option<ControlWords> {
    let mut rest = letters;
    let mut words = [ControlWord(0); 3];
    for word in &mut words {
        // No first half begins another; of second halves the longest is tried first.
        let taken = (0..ControlWord::COUNT)
            .map(ControlWord)
            .filter(|word| rest.starts_with(&word.to_string()))
            .max_by_key(|word| word.to_string().len())?;
        rest = &rest[taken.to_string().len()..];
        *word = taken;
    }
    rest.is_empty().then_some(ControlWords(words))
}

/// The word of the list that is one or two slips away, if no other is as near.
fn nearest(typed: &str) -> Option<ControlWord> {
    let typed: Vec<char> = typed.to_lowercase().chars().collect();
    // Longer than any word with two slips: nothing to compare.
    if typed.len() > 14 {
        return None;
    }
    let mut best = (3, None);
    for word in (0..ControlWord::COUNT).map(ControlWord) {
        let far = slips(&typed, &word.to_string());
        if far < best.0 {
            best = (far, Some(word));
        } else if far == best.0 {
            best.1 = None;
        }
    }
    best.1
}

/// How many letters must be put in, taken out, exchanged or swapped with the next to make one word of the other.
fn slips(typed: &[char], word: &str) -> usize {
    let word: Vec<char> = word.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=word.len()).collect();
    for (row, &sign) in typed.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, &letter) in word.iter().enumerate() {
            let exchanged = last[column] + usize::from(sign != letter);
            let mut least = exchanged.min(last[column + 1] + 1).min(now[column] + 1);
            let is_swapped =
                row > 0 && column > 0 && sign == word[column - 1] && typed[row - 1] == letter;
            if is_swapped {
                least = least.min(before[column - 1] + 1);
            }
            now.push(least);
        }
        before = std::mem::replace(&mut last, now);
    }
    last[word.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sought_however_they_were_noted() {
        let words = ControlWords::parse("boshuis appelbank zomerzeil").unwrap();
        for typed in [
            "Boshuis, Appelbank, Zomerzeil",
            "bos huis appel bank zomer zeil",
            "boshuisappelbankzomerzeil",
            "1. boshuis 2. appelbank 3. zomerzeil",
            "BOS-HUIS / APPEL-BANK / ZOMER-ZEIL",
        ] {
            assert_eq!(ControlWords::seek(typed), Ok(words), "{typed}");
        }
        let swapped = ControlWords::seek("appelbank boshuis zomerzeil").unwrap();
        assert_ne!(swapped, words, "the order counts");
    }

    #[test]
    fn a_slip_of_the_pen_is_proposed_and_never_taken() {
        let words = ControlWords::parse("boshuis appelbank zomerzeil").unwrap();
        for typed in [
            "boshuus appelbank zomerzeil",
            "boshuis apelbank zomerzeil",
            "boshuis appelbank zommerzeil",
            "bohsuis appellbank zomerzeil",
        ] {
            assert_eq!(
                ControlWords::seek(typed),
                Err(Unclear::Perhaps(words)),
                "{typed}"
            );
        }
        for (typed, fault) in [
            ("", WordFault::Empty),
            ("boshuis", WordFault::Count { found: 1 }),
            ("boshuis xxxxxxx zomerzeil", WordFault::Unknown { place: 2 }),
            // As near to one word as to another: nothing is proposed.
            (
                "boshuis appelbank zomerziel",
                WordFault::Unknown { place: 3 },
            ),
        ] {
            assert_eq!(
                ControlWords::seek(typed),
                Err(Unclear::Fault(fault)),
                "{typed}"
            );
        }
    }

    #[test]
    fn every_three_words_are_found_run_together() {
        for index in 0..ControlWord::COUNT {
            let word = ControlWord(index);
            let words = ControlWords([word, ControlWord(2047 - index), word]);
            let together = words.to_string().replace(' ', "");
            assert_eq!(run_together(&together), Some(words), "{together}");
        }
    }
}
