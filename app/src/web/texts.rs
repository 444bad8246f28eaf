//! What the pages say, and how they write a number, in the language that is spoken ([`speak`]).
//!
//! The words stand in `app/texts/<language>/<subject>.ftl`. Dutch is the source; a message that another language lacks
//! is said in Dutch.

mod digits;
mod faults;
mod files;
mod language;
mod messages;
mod numbers;

pub use self::{
    faults::{fault, labelled_fault, refusal},
    language::{Lang, href, speak, spoken},
    messages::{maybe, subject, t, tf, tn},
    numbers::{cents, count, money, percent_of_hundredths, percent_of_thousandths, tenths},
};

#[cfg(test)]
mod tests;
