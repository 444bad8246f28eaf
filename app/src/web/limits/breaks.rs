//! Breaks that were tried on limits: locking others out, flooding, and filling the memory.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::task::JoinSet;

use super::*;
use crate::web::clock::Demo;

const TWO: Allowed = Allowed {
    tries: 2,
    window: MINUTE,
    slowest: SECOND.saturating_mul(10),
    waiting: 3,
    at_work: OF_A_LANE,
};

/// Lets everybody come as far as they can without time passing.
async fn settle() {
    for _ in 0..500 {
        tokio::task::yield_now().await;
    }
}

/// What a crowd got so far.
#[derive(Default)]
struct Seen {
    checked: AtomicUsize,
    sent_away: AtomicUsize,
    at_work: AtomicUsize,
    most_at_work: AtomicUsize,
}

impl Seen {
    fn so_far(&self) -> (usize, usize) {
        let count = |of: &AtomicUsize| of.load(Ordering::SeqCst);
        (count(&self.checked), count(&self.sent_away))
    }

    async fn fail(&self, turn: Result<Turn, TooMany>) {
        let Ok(turn) = turn else {
            self.sent_away.fetch_add(1, Ordering::SeqCst);
            return;
        };
        let now = self.at_work.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_at_work.fetch_max(now, Ordering::SeqCst);
        tokio::task::yield_now().await;
        self.at_work.fetch_sub(1, Ordering::SeqCst);
        self.checked.fetch_add(1, Ordering::SeqCst);
        drop(turn);
    }
}

type Shared = Arc<(Tries, Clock, Seen)>;

fn shared(allowed: Allowed) -> Shared {
    Arc::new((Tries::new(allowed), Clock::default(), Seen::default()))
}

fn later(shared: &Shared, seconds: i64) {
    shared.1.move_ahead(Demo, seconds * 1_000);
}

fn crowd(shared: &Shared, size: usize) -> JoinSet<()> {
    let mut crowd = JoinSet::new();
    for _ in 0..size {
        let shared = Arc::clone(shared);
        crowd.spawn(async move {
            let (tries, clock, seen) = &*shared;
            seen.fail(tries.turn("prefix", clock).await).await;
        });
    }
    crowd
}

#[tokio::test]
async fn a_flood_is_checked_up_to_the_limit_and_then_one_by_one() {
    let shared = shared(UNKNOWN_CODES);
    let crowd = crowd(&shared, 120);
    settle().await;
    assert_eq!(shared.2.so_far(), (20, 95), "five wait");
    assert!(shared.2.most_at_work.load(Ordering::SeqCst) <= OF_A_LANE);
    for (seconds, checked) in [(1, 21), (2, 22), (4, 23), (8, 24), (10, 25)] {
        later(&shared, seconds);
        settle().await;
        assert_eq!(shared.2.so_far(), (checked, 95));
    }
    crowd.join_all().await;
}

#[tokio::test]
async fn a_crowd_of_good_codes_never_waits_for_the_clock() {
    let shared = shared(UNKNOWN_CODES);
    let mut crowd = JoinSet::new();
    for _ in 0..40 {
        let shared = Arc::clone(&shared);
        crowd.spawn(async move {
            let turn = shared.0.turn("prefix", &shared.1).await.unwrap();
            tokio::task::yield_now().await;
            turn.give_back();
        });
    }
    crowd.join_all().await;
    assert!(shared.1.running() < SECOND);
}

#[tokio::test]
async fn another_prefix_does_not_wait() {
    let shared = shared(TWO);
    let flood = crowd(&shared, 50);
    settle().await;
    let turn = shared.0.turn("neighbour", &shared.1);
    tokio::select! {
        biased;
        turn = turn => turn.unwrap().give_back(),
        () = settle() => panic!("the neighbour waits"),
    }
    drop(flood);
}

#[tokio::test]
async fn a_good_try_passes_in_the_queue_and_is_given_back() {
    let shared = shared(TWO);
    crowd(&shared, 2).join_all().await;
    for seconds in [1, 1, 1] {
        let (turn, ()) = tokio::join!(shared.0.turn("prefix", &shared.1), async {
            settle().await;
            later(&shared, seconds);
        });
        // The next waits no longer, because this one does not count.
        turn.unwrap().give_back();
    }
    later(&shared, 60);
    let turn = shared.0.turn("prefix", &shared.1).await;
    assert!(turn.is_ok(), "a new window");
}

#[tokio::test]
async fn whoever_hangs_up_counts_when_at_work_and_holds_nobody_up_when_waiting() {
    let shared = shared(TWO);
    for _ in 0..2 {
        drop(shared.0.turn("prefix", &shared.1).await.unwrap());
    }
    let waiting = crowd(&shared, 3);
    settle().await;
    assert_eq!(shared.2.so_far(), (0, 0));
    drop(waiting);
    settle().await;
    let next = crowd(&shared, 1);
    settle().await;
    later(&shared, 1);
    next.join_all().await;
    assert_eq!(shared.2.so_far(), (1, 0), "after one second, as the first");
}

#[tokio::test]
async fn a_million_prefixes_do_not_fill_the_memory() {
    let tries = Tries::new(TWO);
    for n in 0..1_000_000_u32 {
        tries.queue(&n);
    }
    let seen = tries.seen.lock().unwrap();
    assert!(seen.lately.len() + seen.before.len() <= MOST);
    assert!(seen.lately.capacity() + seen.before.capacity() <= 4 * MOST);
}

#[test]
fn a_prefix_that_comes_again_is_remembered_while_many_others_come() {
    let tries = Tries::new(TWO);
    let first = tries.queue("prefix");
    for n in 0..100_000_u32 {
        tries.queue(&n);
        if n % 5_000 == 0 {
            assert!(Arc::ptr_eq(&first, &tries.queue("prefix")));
        }
    }
}
