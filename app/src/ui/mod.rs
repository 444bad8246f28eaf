//! The parts that every page is built from: plain props, no subject, no server call, no sentences of their own.
//!
//! One file a pattern, its style in `style/` under the same name. Texts arrive translated.

mod button;
mod card;
mod choice;
mod error_summary;
mod field;
mod filter;
mod frame;
mod layout;
mod meter;
mod notice;
mod pictogram;
mod steps;
mod table;

pub use button::{Button, ButtonKind, ButtonLink, ButtonRow};
pub use card::{Badge, BadgeKind, Card, CardList};
pub use choice::{Checkboxes, Choice, More, Radios, Select};
pub use error_summary::ErrorSummary;
pub use field::{DateTimeField, MoneyField, TextArea, TextField, TextKind};
pub use filter::{Filter, Pagination};
pub use frame::{ErrorPrefix, FieldError, FieldGroup, Label, Width};
pub use layout::{DemoBanner, Footer, Header, LanguageLink, Main, NavItem, SkipLink, TrialLine};
pub use meter::{BudgetMeter, BudgetStrip, Segment, SegmentKind, ShareBar};
pub use notice::{Notice, NoticeKind, Panel};
pub use pictogram::{Icon, IconName, Pictogram};
pub use steps::{Step, StepState, Steps};
pub use table::{Column, DataList, Table};

#[cfg(test)]
mod tests;
