//! Which address a request comes from, when proxies stand between (server/README.md#behind-a-proxy).

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Networks of our own proxies: only what they say about an address is believed. None by default.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<IpNet>);

/// What is no network, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is no network")]
pub struct NoNetwork(pub String);

impl Proxies {
    /// The proxies in these networks: each `ADDRESS/BITS`, or one address.
    ///
    /// # Errors
    /// The first that is neither.
    pub fn parse(networks: &[String]) -> Result<Self, NoNetwork> {
        let network = |text: &String| {
            let parsed = text
                .parse()
                .or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
            parsed.map_err(|_| NoNetwork(text.clone()))
        };
        networks
            .iter()
            .map(network)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether no proxy is believed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a request comes from: the last address that one of our own proxies tells of and that is not itself one.
    ///
    /// Read from the right, because each proxy adds whom it saw at the end, and anybody may send the beginning.
    #[must_use]
    pub fn address(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut address = peer.to_canonical();
        let told = headers.get_all(FORWARDED_FOR).iter().rev();
        let mut hops = told.flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
        while self.trusts(address)
            && let Some(hop) = hops.next().and_then(hop)
        {
            address = hop;
        }
        address
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An address as proxies write it: some add a port.
fn hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let address = text.parse().ok();
    let address = address.or_else(|| text.parse().ok().map(|hop: SocketAddr| hop.ip()));
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod breaks {
    use super::*;

    fn from(proxies: &[&str], peer: &str, lines: &[&'static str]) -> String {
        let proxies: Vec<String> = proxies.iter().map(ToString::to_string).collect();
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        let proxies = Proxies::parse(&proxies).unwrap();
        proxies.address(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn a_header_changes_nothing_without_a_trusted_proxy() {
        assert_eq!(from(&[], "192.0.2.1", &["198.51.100.7"]), "192.0.2.1");
        let other = from(&["10.0.0.0/8"], "192.0.2.1", &["198.51.100.7"]);
        assert_eq!(other, "192.0.2.1");
    }

    #[test]
    fn the_address_is_the_rightmost_hop_that_is_not_trusted() {
        let own = ["10.0.0.0/8", "2001:db8:f::1"];
        let seen = |lines: &[&'static str]| from(&own, "10.0.0.1", lines);
        assert_eq!(seen(&["203.0.113.9, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(
            seen(&["203.0.113.9", "198.51.100.7, 10.2.3.4"]),
            "198.51.100.7"
        );
        assert_eq!(seen(&["198.51.100.7, 2001:db8:f::1"]), "198.51.100.7");
        assert_eq!(seen(&["198.51.100.7:5555"]), "198.51.100.7");
        assert_eq!(seen(&["[2001:db8::7]:5555"]), "2001:db8::7");
        assert_eq!(seen(&["::ffff:198.51.100.7"]), "198.51.100.7");
    }

    #[test]
    fn a_hop_that_cannot_be_read_ends_the_walk() {
        let seen = |lines: &[&'static str]| from(&["10.0.0.0/8"], "10.0.0.1", lines);
        assert_eq!(seen(&["198.51.100.7, unknown"]), "10.0.0.1");
        assert_eq!(seen(&["198.51.100.7, 10.0.0.2,"]), "10.0.0.1");
        assert_eq!(seen(&[]), "10.0.0.1");
        assert_eq!(
            from(&["10.0.0.0/8"], "::ffff:10.0.0.1", &["192.0.2.1"]),
            "192.0.2.1"
        );
    }

    #[test]
    fn what_is_no_network_is_named() {
        for wrong in ["", "10.0.0.0/33", "proxy.example", "10.0.0.1:80"] {
            let wrong = wrong.to_owned();
            assert_eq!(
                Proxies::parse(std::slice::from_ref(&wrong)).unwrap_err(),
                NoNetwork(wrong)
            );
        }
    }
}
