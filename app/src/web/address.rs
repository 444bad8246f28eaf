//! The network prefix that a request comes from, for limits only; never logged, never stored.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};

use super::state::App;

/// A network: an IPv4 address or the /64 of an IPv6 one, so a house or a street and never a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Prefix(IpAddr);

impl From<IpAddr> for Prefix {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(v6) => {
                let [a, b, c, d, ..] = v6.segments();
                Self(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into())
            }
            v4 @ IpAddr::V4(_) => Self(v4),
        }
    }
}

impl FromRequestParts<Arc<App>> for Prefix {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        // Without a socket there is one visitor, and no network.
        let peer = peer.map_or(Ipv6Addr::UNSPECIFIED.into(), |info| info.0.ip());
        Ok(app.proxies.address(peer, &parts.headers).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(address: &str) -> Prefix {
        address.parse::<IpAddr>().unwrap().into()
    }

    #[test]
    fn an_ipv6_house_is_one_prefix() {
        assert!(prefix("2001:db8:1:2:3::4") == prefix("2001:db8:1:2:ffff::1"));
        assert!(prefix("2001:db8:1:2::1") != prefix("2001:db8:1:3::1"));
    }

    #[test]
    fn an_ipv4_address_is_itself_on_a_socket_for_both() {
        assert!(prefix("::ffff:192.0.2.1") == prefix("192.0.2.1"));
        assert!(prefix("::ffff:192.0.2.1") != prefix("::ffff:192.0.2.2"));
    }
}
