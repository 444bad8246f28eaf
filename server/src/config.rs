//! Configuration by flags and environment. What is wrong is one sentence that says what to do.

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use app::{NoNetwork, Proxies};
use axum::http::Uri;
use clap::Args;
use domain::pabulib::visible;
use percent_encoding::percent_decode_str;

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
    /// File with the server's master key; made while no round needs one. Keep a copy apart from the database.
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
    /// Network of a reverse proxy whose X-Forwarded-For is believed, as ADDRESS/BITS or one address; repeatable.
    #[arg(
        long = "trusted-proxy",
        value_name = "CIDR",
        env = "WIJKBANEN_TRUSTED_PROXY",
        value_delimiter = ','
    )]
    pub trusted_proxies: Vec<String>,
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
            trusted_proxies: Vec::new(),
            demo: false,
            log_json: false,
            archives_encrypted: false,
            check_config: false,
        }
    }
}

/// The file of this name with something behind it.
#[must_use]
pub fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

impl Places {
    /// Where the master key is: as set, else in the home of this user, so that no copy of the database's folder takes
    /// it along. That of a demo protects nothing, and goes with its database.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn secret_path(&self, is_demo: bool) -> Result<PathBuf, Wrong> {
        if let Some(file) = &self.secret_file {
            return Ok(file.clone());
        }
        if is_demo {
            let database = self.sqlite_file();
            return Ok(beside(
                &database.unwrap_or_else(|| "wijkbanen".into()),
                "-geheim",
            ));
        }
        let home = std::env::home_dir().filter(|home| home.is_absolute());
        home.map(|home| home.join(".config/wijkbanen/geheim"))
            .ok_or_else(|| {
                Wrong::say(
                    "this user has no home for the master key: say with --secret-file where to keep it",
                )
            })
    }

    /// The file of an SQLite database; nothing for a database on a server.
    #[must_use]
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let file = self.database_url.strip_prefix("sqlite://")?;
        let path = file.split('?').next().unwrap_or(file);
        Some(percent_decode_str(path).decode_utf8_lossy().as_ref().into())
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

    /// The proxies that are believed.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn proxies(&self) -> Result<Proxies, Wrong> {
        Proxies::parse(&self.trusted_proxies).map_err(|NoNetwork(text)| {
            Wrong::say(format!(
                "a trusted proxy (--trusted-proxy, WIJKBANEN_TRUSTED_PROXY) must be ADDRESS/BITS, such as 127.0.0.1/32, not «{text}»"
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
        let is_plain = host.is_some_and(|host| !host.contains(['/', '?', '#', ' ']));
        match url.parse::<Uri>() {
            Ok(uri) if is_plain && is_safe(&uri) => Ok(url),
            Ok(_) | Err(_) => Err(Wrong::say(
                "the public address (--base-url, WIJKBANEN_BASE_URL) must be https://NAME, without a path",
            )),
        }
    }
}

/// Whether a code typed at this address reaches us unread: over TLS, or without leaving this machine.
fn is_safe(address: &Uri) -> bool {
    let host = address.host().unwrap_or_default();
    let name = host.trim_matches(['[', ']']);
    let is_here = name == "localhost"
        || name.ends_with(".localhost")
        || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
    !name.is_empty() && (is_here || address.scheme_str() == Some("https"))
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
    fn a_trusted_proxy_is_a_network_or_an_address() {
        let proxies = |networks: &[&str]| {
            Listen {
                trusted_proxies: networks.iter().map(ToString::to_string).collect(),
                ..Listen::default()
            }
            .proxies()
        };
        assert!(proxies(&[]).unwrap().is_empty());
        assert!(
            !proxies(&["127.0.0.1", "10.0.0.0/8", "2001:db8::/32"])
                .unwrap()
                .is_empty()
        );
        let wrong = proxies(&["10.0.0.0/8", "nginx"]).unwrap_err().0;
        assert!(wrong.contains("--trusted-proxy") && wrong.ends_with("not «nginx»"));
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
    fn the_secret_of_a_demo_stands_beside_its_database_and_no_other() {
        let places = Places {
            database_url: "sqlite:///var/lib/50%25.sqlite?mode=rwc".into(),
            secret_file: None,
        };
        let of_demo = places.secret_path(true).unwrap();
        assert_eq!(of_demo, PathBuf::from("/var/lib/50%.sqlite-geheim"));
        let real = places.secret_path(false).unwrap();
        assert!(!real.starts_with("/var/lib"), "{}", real.display());
    }

    mod breaks {
        use super::*;

        #[test]
        fn an_address_without_tls_is_for_this_machine_only() {
            let url = |base: &str| {
                let listen = Listen {
                    base_url: Some(base.into()),
                    ..Listen::default()
                };
                listen.public_url().is_ok()
            };
            for name in [
                "localhost",
                "localhost:81",
                "stem.localhost",
                "127.0.0.1:81",
                "[::1]:81",
            ] {
                assert!(url(&format!("http://{name}")), "{name}");
            }
            for name in [
                "stem.example",
                "192.0.2.1",
                "localhost.example",
                "localhost@stem.example",
            ] {
                assert!(!url(&format!("http://{name}")), "{name}");
            }
        }
    }
}
