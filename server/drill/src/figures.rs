//! What is measured: times, and the memory of the server.

use std::{fs, time::Duration};

use crate::Done;

/// Durations of one kind of request.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn add(&mut self, took: Duration) {
        self.0.push(took);
    }

    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time within which all but one in a hundred were answered, in milliseconds.
    pub fn p99(&self) -> u128 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * 99).div_ceil(100).saturating_sub(1);
        sorted.get(at).map_or(0, Duration::as_millis)
    }

    /// So many a second, over all that time.
    pub fn rate(&self, all: Duration) -> u128 {
        let many = u128::try_from(self.0.len()).unwrap_or_default();
        many * 1_000 / all.as_millis().max(1)
    }
}

/// Resident memory of a process, in megabytes of a million bytes.
pub fn memory(pid: u32) -> Done<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"));
    let status = status.map_err(|error| format!("no memory of process {pid}: {error}"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kib: Option<u64> = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    Ok(kib.ok_or("no VmRSS")? * 1_024 / 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_one_in_a_hundred_are_within_the_time() {
        let mut times = Times::default();
        for millis in (1..=200).rev() {
            times.add(Duration::from_millis(millis));
        }
        assert_eq!(times.p99(), 198);
        assert_eq!(times.rate(Duration::from_secs(4)), 50);
        assert_eq!(Times::default().p99(), 0);
    }
}
