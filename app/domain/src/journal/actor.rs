//! Who did what an entry says, as everybody may read it: a role and a pseudonym, never a name.

use std::{fmt, str::FromStr};

use crate::{access::Role, ballot_box::Pseudonym, named::UnknownName};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryActor {
    /// A person, in the role that allowed it.
    Person(Role, Pseudonym),
    /// The clock: a minute that had come.
    Clock,
    /// Somebody with access to the machine (command line).
    Console,
}

const CLOCK: &str = "clock";
const CONSOLE: &str = "console";

impl fmt::Display for EntryActor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(role, pseudonym) => write!(f, "{role} {pseudonym}"),
            Self::Clock => f.write_str(CLOCK),
            Self::Console => f.write_str(CONSOLE),
        }
    }
}

impl FromStr for EntryActor {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(' ') {
            None if text == CLOCK => Ok(Self::Clock),
            None if text == CONSOLE => Ok(Self::Console),
            None => Err(UnknownName),
            Some((role, pseudonym)) => Ok(Self::Person(
                role.parse()?,
                pseudonym.parse().map_err(|_| UnknownName)?,
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_read_as_it_was_written() {
        let pseudonym = Pseudonym::new([1, 35, 69, 103, 137]);
        for (actor, text) in [
            (
                EntryActor::Person(Role::Smederij, pseudonym),
                "smederij 0123456789",
            ),
            (EntryActor::Clock, "clock"),
            (EntryActor::Console, "console"),
        ] {
            assert_eq!(actor.to_string(), text);
            assert_eq!(text.parse(), Ok(actor));
        }
        for text in ["", "mayor 0123456789", "smederij", "smederij Sanne"] {
            assert_eq!(text.parse::<EntryActor>(), Err(UnknownName), "{text}");
        }
    }
}
