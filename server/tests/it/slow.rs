//! Slow clients: nobody keeps others out by saying half of what they have to say.

mod breaks {
    use std::{
        net::SocketAddr,
        pin::Pin,
        sync::Arc,
        task::{Context, Poll},
        time::{Duration, Instant},
    };

    use axum::{
        Router,
        body::{Body, Bytes, HttpBody},
        http::{Request, header},
        routing::get,
    };
    use hyper::body::Frame;
    use server::connections::{Limits, serve};
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::{TcpListener, TcpStream},
        sync::Notify,
        task::JoinHandle,
        time::{sleep, timeout},
    };

    use crate::{
        client::{HOST, ORIGIN},
        given::on_each_engine,
    };

    const SHORT: Duration = Duration::from_millis(300);
    const LONG: Duration = Duration::from_secs(20);
    const WHOLE: &[u8] = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    const HALF: &[u8] = b"GET / HTTP/1.1\r\nHost: x\r\n";

    /// A server with a page that takes a while, and one that is large.
    struct Running {
        address: SocketAddr,
        stop: Arc<Notify>,
        task: JoinHandle<bool>,
    }

    async fn running(limits: Limits, drain: Duration) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = Arc::new(Notify::new());
        let large = || async { vec![b'x'; 64 << 20] };
        let slow = || async { sleep(SHORT).await };
        let router = Router::new()
            .route("/", get(|| async { "hier" }))
            .route("/groot", get(large))
            .route("/traag", get(slow));
        let stopped = Arc::clone(&stop);
        let stopped = async move { stopped.notified().await };
        let task = tokio::spawn(serve(listener, router, limits, stopped, drain));
        Running {
            address,
            stop,
            task,
        }
    }

    impl Running {
        async fn sending(&self, bytes: &[u8]) -> TcpStream {
            let mut socket = TcpStream::connect(self.address).await.unwrap();
            socket.write_all(bytes).await.unwrap();
            socket
        }
    }

    /// Everything until the server closes; it does so in time.
    async fn all(socket: &mut TcpStream) -> String {
        let mut bytes = Vec::new();
        let read = timeout(LONG, socket.read_to_end(&mut bytes)).await;
        assert!(read.is_ok(), "the server closes the connection");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    const fn limits(at_once: u32) -> Limits {
        Limits {
            at_once,
            head: SHORT,
            life: LONG,
            last: SHORT,
        }
    }

    #[tokio::test]
    async fn half_a_head_is_not_held() {
        let running = running(limits(8), LONG).await;
        for said in [b"".as_slice(), HALF] {
            let answer = all(&mut running.sending(said).await).await;
            assert!(!answer.contains("hier"), "{answer}");
        }
        let answer = all(&mut running.sending(WHOLE).await).await;
        assert!(answer.ends_with("hier"), "and closes after it: {answer}");
    }

    #[tokio::test]
    async fn a_full_server_serves_who_waits_when_a_slow_one_is_gone() {
        let running = running(limits(2), LONG).await;
        let began = Instant::now();
        let _slow = [running.sending(HALF).await, running.sending(HALF).await];
        sleep(SHORT / 3).await;
        let answer = all(&mut running.sending(WHOLE).await).await;
        assert!(answer.contains("hier"), "{answer}");
        assert!(began.elapsed() >= SHORT, "it waited for a place");
    }

    #[tokio::test]
    async fn an_answer_that_nobody_reads_is_let_go() {
        let short = Limits {
            life: SHORT,
            ..limits(1)
        };
        let running = running(short, LONG).await;
        let _deaf = running
            .sending(b"GET /groot HTTP/1.1\r\nHost: x\r\n\r\n")
            .await;
        let answer = all(&mut running.sending(WHOLE).await).await;
        assert!(answer.contains("hier"), "{answer}");
    }

    #[tokio::test]
    async fn what_was_begun_is_answered_when_the_server_stops() {
        let slow = b"GET /traag HTTP/1.1\r\nHost: x\r\n\r\n";
        for (drain, is_done) in [(LONG, true), (SHORT / 3, false)] {
            let running = running(limits(8), drain).await;
            let mut socket = running.sending(slow).await;
            let _idle = running.sending(b"").await;
            sleep(SHORT / 3).await;
            running.stop.notify_one();
            assert_eq!(running.task.await.unwrap(), is_done);
            assert!(TcpStream::connect(running.address).await.is_err());
            if is_done {
                assert!(all(&mut socket).await.contains("200 OK"));
            }
        }
    }

    /// The body of somebody who goes silent in the middle of a form.
    struct Silent;

    impl HttpBody for Silent {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            Poll::Pending
        }
    }

    #[tokio::test]
    async fn a_form_that_never_ends_is_answered() {
        on_each_engine(|given| async move {
            let mut visitor = given.visitor();
            let request = Request::post("/inloggen")
                .header(header::HOST, HOST)
                .header(header::ORIGIN, ORIGIN)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            tokio::time::pause();
            let answer = visitor.send(request.body(Body::new(Silent)).unwrap()).await;
            tokio::time::resume();
            assert_eq!(answer.status, 408);
            assert!(answer.headers.contains_key("content-security-policy"));
        })
        .await;
    }
}
