//! What is wrong with a filled-in form: data at a field, never prose. The texts are in `app/texts`.

use serde::{Deserialize, Serialize};

use crate::{
    ballot_box::{CardFault, Misread},
    euro::{Euro, EuroFault},
    ladder::Rung,
    notation::{Notation, WholeNumber},
    text::TextFault,
};

/// One thing that is wrong, at the field it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The name of the form field.
    pub field: String,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The text itself.
    Text(TextFault),
    /// The amount itself.
    Money(EuroFault),
    /// Not a whole number.
    NotANumber,
    /// A number that one reader takes for a thousand times what another does.
    TwoReadings,
    /// A number outside its limits.
    OutOfRange {
        /// The least that is allowed.
        min: u64,
        /// The most that is allowed.
        max: u64,
    },
    /// Nothing was chosen.
    NotChosen,
    /// Something was sent that was never offered.
    NotOffered,
    /// A date or time that cannot be read.
    NotADate,
    /// A date without the hour that goes with it.
    NoHour,
    /// A moment on the clock that happens twice or never (the change of summer time).
    NoSuchMoment,
    /// Not later than the phase before it.
    TooEarly,
    /// A moment that has passed.
    Past,
    /// Earlier than was promised to those who vote.
    EarlierThanPromised,
    /// A place costs more than the cap allows.
    OverCap {
        /// What one place costs a year.
        cost: Euro,
        /// What it may cost.
        cap: Euro,
    },
    /// A company or another host that is no social organisation.
    NotSocial,
    /// The work belongs on another rung of the participation ladder.
    OtherRung(Rung),
    /// More jobs than may be chosen.
    TooMany {
        /// How many are allowed.
        max: usize,
    },
    /// Fewer jobs than must be chosen.
    TooFew {
        /// How many are needed.
        min: usize,
    },
    /// Fewer characters than a password needs.
    TooShort {
        /// How many are needed.
        min: usize,
    },
    /// Not one amount among the costs.
    NoCosts,
    /// A job is ticked as declined, and the ruling declines none.
    DeclinedByNoRuling,
    /// A reason is needed for this act.
    NoReason,
    /// Somebody else has this already.
    Taken,
    /// Further than whoever gives it may go.
    OutOfReach,
    /// The password is easy to guess.
    WeakPassword,
    /// Both passwords must be equal.
    NotEqual,
    /// The tick that confirms the act is missing.
    NotConfirmed,
    /// No letter or envelope has this number.
    NoSuchLetter,
    /// The letter with this number was cancelled before.
    CancelledBefore,
    /// No envelope with this number is left to hand out.
    NoEnvelope,
    /// The envelope with that number was handed out before.
    EnvelopeGone,
    /// Key cards that do not open the box together.
    WrongCards,
    /// A key card that does not belong among the others.
    Card(CardFault),
    /// A row of a key card that was mistyped.
    Row(Misread),
    /// One key card would open the box, and the round is not only to practise.
    OpensAlone,
    /// The same holder has two key cards.
    SameHolder,
    /// Above the volunteer allowance that stays free of tax (per year).
    OverAllowance {
        /// The most that is allowed a year.
        max: Euro,
    },
}

impl Fault {
    /// Something wrong at `field`.
    pub fn at(field: impl Into<String>, what: What) -> Self {
        Self {
            field: field.into(),
            what,
        }
    }
}

impl From<TextFault> for What {
    fn from(fault: TextFault) -> Self {
        Self::Text(fault)
    }
}

impl From<EuroFault> for What {
    fn from(fault: EuroFault) -> Self {
        Self::Money(fault)
    }
}

/// Collects faults while a form is read, so that a person is told all of them at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The value, or a placeholder after noting what is wrong at `field`.
    pub fn take<T: Default, E: Into<What>>(&mut self, field: &str, read: Result<T, E>) -> T {
        read.unwrap_or_else(|fault| {
            self.note(field, fault.into());
            T::default()
        })
    }

    /// As [`Self::take`], for values without a natural placeholder.
    pub fn keep<T, E: Into<What>>(&mut self, field: &str, read: Result<T, E>) -> Option<T> {
        read.map_err(|fault| self.note(field, fault.into())).ok()
    }

    /// Notes a fault at `field`.
    pub fn note(&mut self, field: &str, what: What) {
        self.0.push(Fault::at(field, what));
    }

    /// `value` when nothing was wrong.
    ///
    /// # Errors
    /// Everything that was wrong, in the order of the form.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self.0)
        }
    }

    /// What is wrong so far.
    #[must_use]
    pub fn into_vec(self) -> Vec<Fault> {
        self.0
    }
}

/// Two checked values, or everything that is wrong with either.
///
/// # Errors
/// The faults of both, in their order.
pub fn both<A, B>(
    one: Result<A, Vec<Fault>>,
    other: Result<B, Vec<Fault>>,
) -> Result<(A, B), Vec<Fault>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
        (Err(one), Err(other)) => Err(one.into_iter().chain(other).collect()),
    }
}

/// A whole number within its limits, as typed in a notation.
///
/// # Errors
/// [`What::Text`] when empty, [`What::NotANumber`], [`What::TwoReadings`] or [`What::OutOfRange`].
pub fn number<T: TryFrom<u64>>(
    typed: &str,
    notation: Notation,
    min: u64,
    max: u64,
) -> Result<T, What> {
    let out_of_range = What::OutOfRange { min, max };
    match WholeNumber::read(typed, notation) {
        WholeNumber::Is(value) if (min..=max).contains(&value) => {
            T::try_from(value).map_err(|_| out_of_range)
        }
        WholeNumber::Is(_) | WholeNumber::Negative | WholeNumber::TooLarge => Err(out_of_range),
        WholeNumber::Empty => Err(What::Text(TextFault::Empty)),
        WholeNumber::NotANumber => Err(What::NotANumber),
        WholeNumber::TwoReadings => Err(What::TwoReadings),
    }
}

/// One of an enum's values by its name in the form.
///
/// # Errors
/// [`What::NotChosen`] when empty, [`What::NotOffered`] when unknown.
pub fn choice<T: std::str::FromStr>(typed: &str) -> Result<T, What> {
    if typed.is_empty() {
        Err(What::NotChosen)
    } else {
        typed.parse().map_err(|_| What::NotOffered)
    }
}
