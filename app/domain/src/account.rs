//! Accounts: what a name to sign in with is, which passwords are good enough, and what makes a new account.
//!
//! Whether a name is taken, and how a password is kept, is for the store.

use std::{collections::BTreeSet, fmt};

use serde::{Deserialize, Serialize};

use crate::{
    access::Grant,
    fault::{Fault, Faults, What, choice},
    text::{self, TextFault},
};

/// The fewest and the most characters of a password.
// OWASP ASVS 5.0 (6.2.1 and 6.2.9): eight at least, fifteen recommended, and 64 must be possible.
const LENGTH: std::ops::RangeInclusive<usize> = 15..=128;

/// Words that are too easy to guess in a password of any length.
const LISTED: &[&str] = &[
    "wijkbanen",
    "wachtwoord",
    "password",
    "welkom",
    "qwerty",
    "123456",
    "geheim",
];

/// A password that is good enough. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// An account that can be made: its name to sign in with, its name on screen, and its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    login: String,
    name: String,
    password: Password,
}

/// An account as typed.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonDraft {
    /// Name to sign in with.
    pub login: String,
    /// Name on screen and in the journal.
    pub name: String,
    /// Never sent back into a form.
    #[serde(skip_serializing)]
    pub password: String,
    /// The same once more.
    #[serde(skip_serializing)]
    pub repeated: String,
}

/// A role as chosen, in one wijk or everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GrantDraft {
    /// One of [`crate::access::Role`].
    pub role: String,
    /// The id of a wijk; empty is everywhere.
    pub wijk: String,
}

/// A name to sign in with, in the one form in which it is kept and looked up: case and Unicode form do not matter.
///
/// # Errors
/// [`TextFault`] when it is empty, too long, or holds signs that no name has.
pub fn login(typed: &str) -> Result<String, TextFault> {
    text::login(typed)
}

impl Password {
    /// The password, if it has 15 to 128 characters and is not easy to guess. Signs are free: pasted sentences are fine.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(typed: &str) -> Result<Self, What> {
        let (min, max) = (*LENGTH.start(), *LENGTH.end());
        let found = typed.chars().count();
        if found > max {
            return Err(TextFault::TooLong { max, found }.into());
        }
        if found < min {
            return Err(What::TooShort { min });
        }
        let unlisted = LISTED
            .iter()
            .fold(text::folded(typed), |rest, word| rest.replace(word, ""));
        let distinct: BTreeSet<char> = unlisted.chars().collect();
        if unlisted.chars().count() < 8 || distinct.len() < 5 {
            return Err(What::WeakPassword);
        }
        Ok(Self(typed.to_owned()))
    }

    /// As typed, only to be hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

impl PersonDraft {
    /// The checked account. Whether its name is taken, only the store knows.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(&self) -> Result<NewPerson, Vec<Fault>> {
        let mut faults = Faults::default();
        let login = faults.take("login", login(&self.login));
        let name = faults.take("name", text::line(&self.name, 80));
        let password = faults.keep("password", Password::check(&self.password));
        if password.is_some() && self.password != self.repeated {
            faults.note("repeated", What::NotEqual);
        }
        // Without a password there is a fault, so nobody ever gets the empty one.
        let password = password.unwrap_or(Password(String::new()));
        faults.or(NewPerson {
            login,
            name,
            password,
        })
    }
}

impl NewPerson {
    /// Name to sign in with, as it is looked up.
    #[must_use]
    pub fn login(&self) -> &str {
        &self.login
    }

    /// Name on screen and in the journal.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The password, to be hashed.
    #[must_use]
    pub const fn password(&self) -> &Password {
        &self.password
    }
}

impl GrantDraft {
    /// The checked role. Whether there is such a wijk, only the store knows.
    ///
    /// # Errors
    /// A [`Fault`] at `role` or `wijk`.
    pub fn check(&self) -> Result<Grant, Vec<Fault>> {
        let mut faults = Faults::default();
        let role = faults.keep("role", choice(&self.role));
        let wijk = match self.wijk.as_str() {
            "" => None,
            typed => faults.keep("wijk", choice(typed)),
        };
        // A role is chosen, or there is a fault.
        let role = role.unwrap_or(crate::access::Role::Resident);
        faults.or(Grant { role, wijk })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;

    fn password(typed: &str) -> Option<What> {
        Password::check(typed).err()
    }

    fn draft() -> PersonDraft {
        PersonDraft {
            login: " Rene\u{301}e@Buurt.example ".into(),
            name: "Renée".into(),
            password: "vier ganzen op de dijk".into(),
            repeated: "vier ganzen op de dijk".into(),
        }
    }

    fn fields(faults: Vec<Fault>) -> Vec<String> {
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_password_has_fifteen_characters_and_may_be_a_pasted_sentence() {
        assert_eq!(password("veertien teken"), Some(What::TooShort { min: 15 }));
        assert_eq!(password("vijftien tekens"), None);
        assert_eq!(password(&"paarse koe danst ".repeat(7)), None);
        assert!(password(&"é".repeat(129)).is_some());
    }

    #[test]
    fn a_password_that_is_long_but_easy_is_refused() {
        for easy in [
            "wijkbanenwijkbanen",
            "aaaaaaaaaaaaaaaaaaaa",
            "Wachtwoord123456",
            "121212121212121212",
        ] {
            assert_eq!(password(easy), Some(What::WeakPassword), "{easy}");
        }
    }

    #[test]
    fn a_login_is_the_same_in_any_case_and_unicode_form() {
        assert_eq!(draft().check().unwrap().login(), "renée@buurt.example");
        assert_eq!(login("RENÉE@BUURT.EXAMPLE"), login(&draft().login));
        assert_eq!(login("balie\0"), Err(TextFault::ForbiddenSign));
    }

    #[test]
    fn a_form_says_everything_that_is_wrong_with_it() {
        let empty = PersonDraft::default().check().unwrap_err();
        assert_eq!(fields(empty), ["login", "name", "password"]);
        let unequal = PersonDraft {
            repeated: "vier zwanen".into(),
            ..draft()
        };
        assert_eq!(fields(unequal.check().unwrap_err()), ["repeated"]);
    }

    #[test]
    fn a_role_holds_everywhere_or_in_one_wijk() {
        let check = |role: &str, wijk: &str| {
            let (role, wijk) = (role.to_owned(), wijk.to_owned());
            GrantDraft { role, wijk }.check()
        };
        let wijk = crate::id::WijkId::new(uuid::Uuid::from_u128(1));
        let everywhere = check("desk", "").unwrap();
        assert_eq!((everywhere.role, everywhere.wijk), (Role::Desk, None));
        assert_eq!(check("desk", &wijk.to_string()).unwrap().wijk, Some(wijk));
        assert_eq!(fields(check("", "nergens").unwrap_err()), ["role", "wijk"]);
    }

    #[test]
    fn a_password_is_never_printed_or_sent_back() {
        let person = draft().check().unwrap();
        assert!(!format!("{person:?}").contains("ganzen"));
        let form = serde_json::to_string(&draft()).unwrap();
        assert!(!form.contains("ganzen"), "{form}");
    }
}
