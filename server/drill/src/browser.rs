//! A browser without JavaScript, as far as a vote needs one.

use std::{collections::BTreeMap, time::Duration};

use form_urlencoded::Serializer;
use ureq::{Agent, Body, http::Response};

/// One visitor with cookies of their own, behind an address that the proxy tells.
pub struct Browser {
    agent: Agent,
    url: String,
    address: String,
    cookies: BTreeMap<String, String>,
}

/// An answer; nothing at all is an error of the connection.
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Browser {
    pub fn new(url: &str, address: &str) -> Self {
        let config = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        Self {
            agent: config.into(),
            url: url.into(),
            address: address.into(),
            cookies: BTreeMap::new(),
        }
    }

    /// Somebody else at the same screen, with nothing left of who was there before.
    pub fn wipe(&mut self) {
        self.cookies.clear();
    }

    pub fn get(&mut self, path: &str) -> Option<Answer> {
        let request = self
            .agent
            .get(format!("{}{path}", self.url))
            .header("x-forwarded-for", &self.address)
            .header("cookie", self.cookies());
        let answer = request.call().ok()?;
        self.read(answer)
    }

    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Option<Answer> {
        let body = Serializer::new(String::new()).extend_pairs(form).finish();
        let request = self
            .agent
            .post(format!("{}{path}", self.url))
            .header("origin", &self.url)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", &self.address)
            .header("cookie", self.cookies());
        let answer = request.send(body).ok()?;
        self.read(answer)
    }

    fn cookies(&self) -> String {
        let pairs = self.cookies.iter();
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn read(&mut self, mut answer: Response<Body>) -> Option<Answer> {
        for line in answer.headers().get_all("set-cookie") {
            let pair = line.to_str().ok()?.split(';').next()?;
            let (name, value) = pair.split_once('=')?;
            self.cookies.insert(name.into(), value.into());
        }
        let location = answer.headers().get("location");
        let location = location.and_then(|it| it.to_str().ok()).unwrap_or_default();
        Some(Answer {
            status: answer.status().as_u16(),
            location: location.to_owned(),
            body: answer.body_mut().read_to_string().ok()?,
        })
    }
}
