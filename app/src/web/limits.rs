//! Who tried too often (server/README.md#limits): counted in memory, by network prefix, over a fixed window of time.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::Mutex,
};

use domain::round::Millis;

/// The most prefixes remembered at once; beyond it the oldest go.
const MOST: usize = 10_000;

/// How many tries in how long.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    tries: u32,
    window: Millis,
}

/// Unknown voting codes from one network prefix.
pub const UNKNOWN_CODES: Allowed = Allowed {
    tries: 20,
    window: 5 * 60_000,
};
/// Wrong passwords from one network prefix.
pub const SIGN_INS: Allowed = Allowed {
    tries: 30,
    window: 15 * 60_000,
};
/// Wrong passwords for one name.
pub const SIGN_INS_FOR_NAME: Allowed = Allowed {
    tries: 5,
    window: 60_000,
};
/// New accounts from one network prefix.
pub const NEW_ACCOUNTS: Allowed = Allowed {
    tries: 10,
    window: 60 * 60_000,
};

#[derive(Debug, Default)]
struct Window {
    began: Millis,
    tries: u32,
}

/// Failed tries of this server, forgotten when it stops.
#[derive(Debug, Default)]
pub struct Limits {
    windows: Mutex<HashMap<String, Window>>,
}

impl Limits {
    /// Whether another try is allowed for `who` at `what`.
    pub fn allows(&self, what: Allowed, who: &str, now: Millis) -> bool {
        let Ok(windows) = self.windows.lock() else {
            return false;
        };
        windows
            .get(who)
            .is_none_or(|window| now - window.began >= what.window || window.tries < what.tries)
    }

    /// Counts a failed try.
    pub fn count(&self, what: Allowed, who: &str, now: Millis) {
        let Ok(mut windows) = self.windows.lock() else {
            return;
        };
        if windows.len() >= MOST && !windows.contains_key(who) {
            windows.retain(|_, window| now - window.began < what.window);
            let oldest = windows
                .iter()
                .min_by_key(|(_, window)| window.began)
                .map(|(who, _)| who.clone());
            if let Some(oldest) = oldest.filter(|_| windows.len() >= MOST) {
                windows.remove(&oldest);
            }
        }
        let window = windows.entry(who.to_owned()).or_default();
        if now - window.began >= what.window {
            *window = Window {
                began: now,
                tries: 0,
            };
        }
        window.tries += 1;
    }
}

/// The network an address belongs to: a whole house or street, never a person.
#[must_use]
pub fn prefix(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: Allowed = Allowed {
        tries: 3,
        window: 1_000,
    };

    #[test]
    fn the_next_try_after_the_limit_waits_for_the_window_to_pass() {
        let limits = Limits::default();
        for _ in 0..3 {
            assert!(limits.allows(THREE, "a", 0));
            limits.count(THREE, "a", 0);
        }
        assert!(!limits.allows(THREE, "a", 999));
        assert!(limits.allows(THREE, "b", 999));
        assert!(limits.allows(THREE, "a", 1_000));
    }

    #[test]
    fn a_million_prefixes_do_not_fill_the_memory() {
        let limits = Limits::default();
        for n in 0..20_000 {
            limits.count(THREE, &n.to_string(), n);
        }
        assert!(limits.windows.lock().unwrap().len() <= MOST);
    }

    #[test]
    fn an_ipv6_house_is_one_prefix() {
        let one: IpAddr = "2001:db8:1:2:3::4".parse().unwrap();
        let other: IpAddr = "2001:db8:1:2:ffff::1".parse().unwrap();
        assert_eq!(prefix(one), prefix(other));
    }
}
