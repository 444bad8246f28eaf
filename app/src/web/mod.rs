//! What every page stands on, in floors: each file imports only what is named after it here.
//!
//! `problem` › `shell` › `allowed` › `context`, `table` › `session` › `error` › `form` › `done` › `cookie`, `page`, `path`,
//! `time`, `texts` › `address` › `state` › `cards`, `limits`, `made_letters`, `proxies` › `held`, `used` › `clock`.

pub mod address;
pub mod allowed;
pub mod cards;
pub mod clock;
pub mod context;
pub mod cookie;
pub mod done;
pub mod error;
pub mod form;
pub mod held;
pub mod limits;
pub mod made_letters;
pub mod page;
pub mod path;
pub mod problem;
pub mod proxies;
pub mod session;
pub mod shell;
pub mod state;
pub mod table;
pub mod texts;
pub mod time;
pub mod used;
