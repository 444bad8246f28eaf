//! Connections: how many at once, and how long one may take over what it sends and reads.
//!
//! `axum::serve` sets no timer, so hyper's own limit on the head of a request does nothing there, and a few hundred sockets
//! that say nothing more keep everybody out (<https://github.com/tokio-rs/axum/issues/2741>).

use std::{convert::Infallible, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use rustix::process::{Resource, getrlimit};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::{sleep, timeout},
};
use tower::ServiceExt as _;

/// Limits on connections.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many are open at once; whoever comes then waits in the queue of the system.
    pub at_once: u32,
    /// How long the head of a request may take, and how long a connection may wait for its next one.
    pub head: Duration,
    /// How long a connection is used, whatever goes over it. After that it takes no new request.
    pub life: Duration,
    /// How long it has for its last answer then.
    pub last: Duration,
}

impl Default for Limits {
    /// Half of the files that this process may open: the other half is for the database and whatever else.
    fn default() -> Self {
        let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
        Self {
            at_once: u32::try_from(files / 2).map_or(1_024, |half| half.clamp(1, 1_024)),
            head: Duration::from_secs(10),
            life: Duration::from_secs(5 * 60),
            last: Duration::from_secs(60),
        }
    }
}

/// Serves until `stop`, and then for `drain` at most what was begun. Gives whether everything was done in time.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
    drain: Duration,
) -> bool {
    let room = Arc::new(Semaphore::new(limits.at_once as usize));
    let (stopping, stopped) = watch::channel(());
    let accept = async {
        loop {
            let Ok(place) = Arc::clone(&room).acquire_owned().await else {
                return;
            };
            let (stream, from) = accept(&listener).await;
            let one = one(stream, from, router.clone(), limits, stopped.clone());
            tokio::spawn(async move {
                one.await;
                drop(place);
            });
        }
    };
    tokio::select! {
        () = accept => {}
        () = stop => {}
    }
    drop((listener, stopping));
    timeout(drain, room.acquire_many(limits.at_once))
        .await
        .is_ok()
}

/// The next connection. What one peer did wrong is not the listener's fault; without files or memory it tries again.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error)
                if matches!(
                    error.kind(),
                    ConnectionAborted | ConnectionRefused | ConnectionReset
                ) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// One connection, from its first request to its last.
async fn one(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    limits: Limits,
    mut stopped: watch::Receiver<()>,
) {
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(from));
        let router = router.clone();
        async move {
            Ok::<_, Infallible>(
                router
                    .oneshot(request)
                    .await
                    .unwrap_or_else(|no| match no {}),
            )
        }
    });
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.head)
            .serve_connection(TokioIo::new(stream), answer)
    );
    // How a connection ends is its peer's business, and no line in the log.
    tokio::select! {
        _ = connection.as_mut() => return,
        () = sleep(limits.life) => {}
        _ = stopped.changed() => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(limits.last, connection).await;
}
