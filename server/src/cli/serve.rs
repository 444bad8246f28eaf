//! `wijkbanen serve`: the site.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use app::{App, Assets, Clock, Demo};
use domain::watch::Watch;
use store::{Hazard, Store, demo as municipality, settings::MUNICIPALITY};
use tokio::net::TcpListener;

use super::{advice, cannot, checklist, demo, master::with_master, open};
use crate::{
    assets,
    config::{Listen, Places, Wrong},
    connections::{self, Limits},
    router::router,
    ticker,
};

/// How long a stop waits for accepted requests.
const DRAIN: Duration = Duration::from_secs(10);

pub async fn run(places: &Places, listen: &Listen) -> Result<(), Wrong> {
    let socket = listen.socket()?;
    let base_url = listen.public_url()?;
    let proxies = listen.proxies()?;
    places.check()?;
    if listen.check_config {
        println!("The configuration is right.");
        return Ok(());
    }
    log(listen.log_json);
    if base_url.starts_with("https://") && proxies.is_empty() {
        tracing::warn!("no --trusted-proxy: whoever comes through the proxy counts as one visitor");
    }
    let store = open(places).await?;
    let demo = check_demo(&store, listen.demo).await?;
    let is_new_demo = demo.is_some() && store.is_empty().await.map_err(|error| cannot(&error))?;
    let store = if is_new_demo {
        demo::load(store, places).await?
    } else {
        with_master(store, places, demo.is_some()).await?
    };
    let master = store.master_key().map_err(|error| cannot(&error))?;
    if demo.is_none() {
        check_settings(&store, listen.archives_encrypted).await?;
    }
    let listener = TcpListener::bind(socket)
        .await
        .map_err(|error| in_use(socket, &error))?;
    let app = Arc::new(App {
        municipality: name(&store).await?,
        store,
        clock: Clock::default(),
        assets: files(),
        demo,
        base_url: base_url.clone(),
        checklist: checklist::built_in()?,
        browser_key: app::CookieKey::from(master.browser_key().as_slice()),
        pass_keys: app::PassKeys::new(master),
        cards: app::HeldCards::default(),
        letters: app::MadeLetters::default(),
        limits: app::Limits::default(),
        proxies,
    });
    if demo.is_some() {
        welcome(&base_url);
    } else {
        println!("Wijkbanen is ready on {base_url}");
    }
    serve(listener, app).await;
    Ok(())
}

async fn serve(listener: TcpListener, app: Arc<App>) {
    let mut watch = Watch::default();
    ticker::tick(&app, &mut watch).await;
    let clock = tokio::spawn(ticker::run(Arc::clone(&app), watch));
    let store = app.store.clone();
    let limits = Limits::default();
    if !connections::serve(listener, router(app), limits, asked_to_stop(), DRAIN).await {
        tracing::warn!("some connections were still open when the server stopped");
    }
    clock.abort();
    store.close().await;
}

async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}

/// A demo never runs on a real database, and a demo database never runs unmarked.
async fn check_demo(store: &Store, is_wanted: bool) -> Result<Option<Demo>, Wrong> {
    let is_demo = store.is_demo().await.map_err(|error| cannot(&error))?;
    let is_empty = store.is_empty().await.map_err(|error| cannot(&error))?;
    match (is_wanted, is_demo) {
        (true, false) if !is_empty => Err(Wrong::say(
            "this database holds real data; the demo (--demo) needs an empty database of its own",
        )),
        (true, false | true) => Ok(Some(Demo)),
        (false, true) => Err(Wrong::say(
            "this database holds the demo municipality; add --demo, or choose another database",
        )),
        (false, false) => Ok(None),
    }
}

/// No real vote comes into a database that would give it away or lose it.
async fn check_settings(store: &Store, archives_encrypted: bool) -> Result<(), Wrong> {
    let mut found = store.hazards().await.map_err(|error| cannot(&error))?;
    found.retain(|setting| !(archives_encrypted && setting.hazard == Hazard::Archives));
    if found.is_empty() {
        return Ok(());
    }
    let said: Vec<String> = found.iter().map(advice::against).collect();
    Err(Wrong::say(said.join("; ")))
}

async fn name(store: &Store) -> Result<String, Wrong> {
    let name = store
        .setting(MUNICIPALITY)
        .await
        .map_err(|error| cannot(&error))?;
    Ok(name.unwrap_or_else(|| "Uw gemeente".to_owned()))
}

fn files() -> Assets {
    Assets {
        style: assets::path_of("main.css").unwrap_or_default(),
        script: assets::path_of("main.js"),
        recount: assets::path_of("recount.js"),
        icon: assets::path_of("static/favicon.svg").unwrap_or_default(),
    }
}

fn in_use(socket: SocketAddr, error: &std::io::Error) -> Wrong {
    if error.kind() == std::io::ErrorKind::AddrInUse {
        return Wrong::say(format!(
            "port {} is in use; is it already running?",
            socket.port()
        ));
    }
    Wrong::say(format!("cannot listen on {socket}: {error}"))
}

fn log(is_json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("WIJKBANEN_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,memory_serve=warn"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let set = if is_json {
        builder.json().try_init()
    } else {
        builder.try_init()
    };
    drop(set);
}

/// One line for each person to sign in as.
fn welcome(base_url: &str) {
    println!("Wijkbanen, demo: {base_url}");
    println!("Sign in as anybody with one click, and find voting codes: {base_url}/demo");
    println!(
        "Or on {base_url}/inloggen, all with the password «{}»:",
        municipality::PASSWORD
    );
    for (login, name, role) in municipality::PEOPLE {
        println!("  {login:<10} {name} ({role})");
    }
}
