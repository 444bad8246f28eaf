//! Reads and writes elections in Pabulib's `.pb` format (<https://pabulib.org/format>): what is accepted and refused.
//!
//! A file has the sections META, PROJECTS and VOTES, in that order: a title line, a header and lines of fields with `;`
//! between them. A field that holds a `;` stands in quotes, a quote in it twice. Where the format leaves room:
//!
//! * A line is a title only where that section may begin and when it holds nothing else, so that a project may be
//!   called `votes`. Lines end at a line feed, a carriage return before it aside; nowhere else. Inside quotes a line
//!   break belongs to the field, though not in an id or a key.
//! * Columns stand in any order, and those not known here are skipped; keys of META are all kept. Case does not matter
//!   in the names of columns and keys. Nothing is special about the text `none`.
//! * Blanks around a field and around an id in a list do not count. The format has none there, so no id is lost by it.
//! * A row has as many fields as its header; only empty fields may follow. In META a value may hold a bare `;`.
//! * Amounts are whole cents. What is finer, or so large that sums might not fit, is refused: nothing is rounded. So is
//!   `100.000`, which may be a hundred or a hundred thousand.
//! * What cannot be counted is a fault. What can, but contradicts what META says of numbers and lengths, is a warning.
//!   Limits on points and on the cost of a ballot, and the column `score`, are kept and not compared.
//! * A project that a ballot names more than once counts once, as in pabutools: with the last points, or at the first
//!   rank. That is a warning, and so is a voter who stands in the file more than once, whose ballots all count.
//!
//! Who voted is not kept: not the voter's id, and nothing about age, sex or neighbourhood.

mod description;
mod fault;
mod ids;
mod layout;
mod limits;
mod meta;
mod number;
mod projects;
mod read;
mod row;
mod shown;
mod voters;
mod votes;
mod write;

#[cfg(test)]
mod tests;

/// How a project's number of places stands in its description, where other readers do not mind it.
const PLACES: &str = "places: ";

pub use description::Description;
pub use fault::{FileFault, Section, What};
pub use layout::{Layout, LineEnd, Separator};
pub use meta::Meta;
pub use number::{MAX_PLACES, MAX_SUM, amount};
pub use read::{File, Reader, read};
pub use shown::{is_hidden, labels, visible};
pub use write::{Export, write};
