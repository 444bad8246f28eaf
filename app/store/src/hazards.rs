//! Settings of PostgreSQL under which votes would not stay secret, or not stay.
//!
//! What they do is said in <https://www.postgresql.org/docs/current/runtime-config-logging.html> and, of the others, in the
//! chapters beside it. A statement is logged with the values it was given, so a logged vote is a seal with its second.
//! `log_min_error_statement` logs a failed one without them, unless `log_parameter_max_length_on_error` adds them.

use crate::{Engine, Result, Store, row::Read as _};

/// What a setting does to votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hazard {
    /// The database keeps the moment of each.
    Dates,
    /// The log of the database tells each, with its moment.
    Logs,
    /// Each is copied, in order, to a place that this program does not see.
    Archives,
    /// Each is acknowledged before it is on disk.
    Loses,
}

/// A setting that is a hazard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// What it is set to.
    pub value: String,
    /// What it should be.
    pub safe: &'static str,
    /// What is the matter with it.
    pub hazard: Hazard,
}

impl Store {
    /// The settings of this database that are a hazard; SQLite has none.
    ///
    /// # Errors
    /// The database's.
    pub async fn hazards(&self) -> Result<Vec<Setting>> {
        if self.engine() == Engine::Sqlite {
            return Ok(Vec::new());
        }
        // What a connection begins with, and not what this one has set since: a pooler in between may lose that.
        let rows = sqlx::query(
            "SELECT CAST(name AS TEXT) AS name, CAST(reset_val AS TEXT) AS value FROM pg_settings
             WHERE reset_val IS NOT NULL ORDER BY name",
        )
        .fetch_all(self.reader())
        .await?;
        let mut found = Vec::new();
        for row in rows {
            found.extend(judge(row.text("name")?, row.text("value")?));
        }
        Ok(found)
    }
}

fn judge(name: String, value: String) -> Option<Setting> {
    let (safe, hazard) = match name.as_str() {
        "track_commit_timestamp" => ("off", Hazard::Dates),
        "log_statement" if value == "ddl" => return None,
        "log_statement" => ("none", Hazard::Logs),
        "log_min_duration_statement"
        | "log_min_duration_sample"
        | "auto_explain.log_min_duration" => ("-1", Hazard::Logs),
        "log_transaction_sample_rate" | "log_parameter_max_length_on_error" => ("0", Hazard::Logs),
        // A plan is made with the values in it.
        "debug_print_plan" => ("off", Hazard::Logs),
        "archive_mode" => ("off", Hazard::Archives),
        // Only `off` does not wait for the own disk; the other values say which replicas are waited for as well.
        "synchronous_commit" if value != "off" => return None,
        "synchronous_commit" | "fsync" => ("on", Hazard::Loses),
        _ => return None,
    };
    (value != safe).then_some(Setting {
        name,
        value,
        safe,
        hazard,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_a_hazard_by_its_value() {
        for (name, safe, unsafe_, hazard) in [
            ("track_commit_timestamp", "off", "on", Hazard::Dates),
            ("log_statement", "none", "mod", Hazard::Logs),
            ("log_statement", "ddl", "all", Hazard::Logs),
            ("log_min_duration_statement", "-1", "0", Hazard::Logs),
            ("log_min_duration_statement", "-1", "5000", Hazard::Logs),
            ("log_min_duration_sample", "-1", "100", Hazard::Logs),
            ("log_transaction_sample_rate", "0", "0.01", Hazard::Logs),
            ("log_parameter_max_length_on_error", "0", "-1", Hazard::Logs),
            ("auto_explain.log_min_duration", "-1", "0", Hazard::Logs),
            ("debug_print_plan", "off", "on", Hazard::Logs),
            ("archive_mode", "off", "on", Hazard::Archives),
            ("archive_mode", "off", "always", Hazard::Archives),
            ("synchronous_commit", "on", "off", Hazard::Loses),
            ("synchronous_commit", "remote_apply", "off", Hazard::Loses),
            ("fsync", "on", "off", Hazard::Loses),
        ] {
            assert_eq!(judge(name.into(), safe.into()), None, "{name}");
            let found = judge(name.into(), unsafe_.into()).unwrap();
            assert_eq!(found.hazard, hazard, "{name} = {unsafe_}");
        }
        for harmless in ["log_min_error_statement", "log_parameter_max_length"] {
            assert_eq!(judge(harmless.into(), "-1".into()), None);
        }
    }
}
