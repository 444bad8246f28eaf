//! Configuration by flags and environment. What is wrong is one sentence that says what to do.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;
use domain::pabulib::visible;

/// Something in the configuration, or something this run depends on, is wrong; exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Wrong(pub String);

impl Wrong {
    /// A sentence that says what to do. Whatever it quotes, a terminal prints it and obeys nothing in it.
    pub fn say(sentence: impl AsRef<str>) -> Self {
        Self(visible(sentence.as_ref()).into_owned())
    }
}

/// Where things are. Every flag has an environment variable.
#[derive(Args, Clone, Debug)]
pub struct Places {
    /// Database: `sqlite://FILE` (made when missing) or `postgres://USER@HOST/NAME`.
    #[arg(
        long,
        global = true,
        env = "WIJKBANEN_DATABASE_URL",
        default_value = "sqlite://wijkbanen.sqlite"
    )]
    pub database_url: String,
    /// File with the server's master key; made at the first start. Keep a copy apart from the database.
    #[arg(long, global = true, env = "WIJKBANEN_SECRET_FILE")]
    pub secret_file: Option<PathBuf>,
}

/// How to listen.
#[derive(Args, Clone, Debug)]
pub struct Listen {
    /// Address to listen on.
    #[arg(long, env = "WIJKBANEN_ADDR", default_value = "127.0.0.1:8080")]
    pub addr: String,
    /// Address that people type, as printed on letters.
    #[arg(long, env = "WIJKBANEN_BASE_URL")]
    pub base_url: Option<String>,
    /// Show the demo municipality; loads it into an empty database.
    #[arg(long, env = "WIJKBANEN_DEMO")]
    pub demo: bool,
    /// Logs as JSON lines.
    #[arg(long, env = "WIJKBANEN_LOG_JSON")]
    pub log_json: bool,
    /// Serve though PostgreSQL archives its logs: they are encrypted there and deleted after days.
    #[arg(long, env = "WIJKBANEN_ARCHIVES_ENCRYPTED")]
    pub archives_encrypted: bool,
    /// Check the configuration and stop.
    #[arg(long)]
    pub check_config: bool,
}

impl Default for Listen {
    fn default() -> Self {
        Self {
            addr: "127.0.0.1:8080".into(),
            base_url: None,
            demo: false,
            log_json: false,
            archives_encrypted: false,
            check_config: false,
        }
    }
}

impl Places {
    /// Where the master key is: as set, else beside the SQLite file, else in the working folder.
    #[must_use]
    pub fn secret_path(&self) -> PathBuf {
        self.secret_file.clone().unwrap_or_else(|| {
            let file = self
                .database_url
                .strip_prefix("sqlite://")
                .map(|file| file.split('?').next().unwrap_or(file));
            file.map_or_else(
                || PathBuf::from("wijkbanen-geheim"),
                |file| PathBuf::from(format!("{file}-geheim")),
            )
        })
    }

    /// Whether the address of the database can be one.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn check(&self) -> Result<(), Wrong> {
        let is_known = ["sqlite://", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| {
                self.database_url
                    .strip_prefix(scheme)
                    .is_some_and(|rest| !rest.is_empty())
            });
        if is_known {
            return Ok(());
        }
        Err(Wrong::say(
            "the database address (--database-url, WIJKBANEN_DATABASE_URL) must be sqlite://FILE or postgres://…",
        ))
    }
}

impl Listen {
    /// The address to listen on.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn socket(&self) -> Result<SocketAddr, Wrong> {
        self.addr.parse().map_err(|_| {
            Wrong::say(format!(
                "the address to listen on (--addr, WIJKBANEN_ADDR) must be IP:PORT, not «{}»",
                self.addr
            ))
        })
    }

    /// The address that people type, without a slash at the end.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn public_url(&self) -> Result<String, Wrong> {
        let port = self.socket()?.port();
        let url = self
            .base_url
            .clone()
            .unwrap_or_else(|| format!("http://localhost:{port}"));
        let url = url.trim_end_matches('/').to_owned();
        let host = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        match host {
            Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ']) => Ok(url),
            _ => Err(Wrong::say(
                "the public address (--base-url, WIJKBANEN_BASE_URL) must be https://NAME, without a path",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_address_has_no_path() {
        let url = |base: &str| {
            Listen {
                base_url: Some(base.into()),
                ..Listen::default()
            }
            .public_url()
        };
        assert_eq!(
            url("https://wijkbanen.example/").unwrap(),
            "https://wijkbanen.example"
        );
        for wrong in [
            "wijkbanen.example",
            "ftp://x",
            "https://",
            "https://x/pad",
            "https://x?y",
        ] {
            assert!(url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_database_address_says_what_it_should_be() {
        for wrong in ["", "demo.sqlite", "mysql://x", "sqlite://"] {
            let places = Places {
                database_url: wrong.into(),
                secret_file: None,
            };
            assert!(
                places.check().unwrap_err().0.contains("sqlite://FILE"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn the_secret_stands_beside_the_sqlite_file() {
        let places = Places {
            database_url: "sqlite:///var/lib/w.sqlite?mode=rwc".into(),
            secret_file: None,
        };
        assert_eq!(
            places.secret_path(),
            PathBuf::from("/var/lib/w.sqlite-geheim")
        );
    }
}
