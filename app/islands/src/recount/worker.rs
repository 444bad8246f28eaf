//! Talking to the worker (`server/xtask/src/worker.js` says what it says).

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{Line, Seen, Stage};

/// Starts a worker for one deed; it ends with its answer. `message` is the deed, the address of the file, what the page asks
/// and the words to look for.
pub fn start(
    script: &str,
    message: &[&str; 4],
    unreachable: &str,
    unable: &str,
    seen: RwSignal<Seen>,
) {
    let (no_script, no_worker) = (failed(unreachable), failed(unable));
    let hear = move |event: &JsValue| {
        // What goes wrong in the worker it tells itself. An error without a message means that its script did not come.
        heard(event).unwrap_or_else(|| match text(event, "message") {
            None => no_script.clone(),
            Some(_) => no_worker.clone(),
        })
    };
    if ask(script, message, hear, seen).is_err() {
        seen.set(failed(unable));
    }
}

fn failed(status: &str) -> Seen {
    Seen {
        stage: Stage::Failed,
        status: status.to_owned(),
        ..Seen::default()
    }
}

fn ask(
    script: &str,
    message: &[&str; 4],
    hear: impl Fn(&JsValue) -> Seen + 'static,
    seen: RwSignal<Seen>,
) -> Result<(), JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(script, &options)?;
    let at_work = worker.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let now = hear(&event);
        if now.stage != Stage::Busy {
            at_work.terminate();
        }
        seen.set(now);
    });
    let listener = Some(listen.as_ref().unchecked_ref());
    worker.set_onmessage(listener);
    worker.set_onerror(listener);
    // Lives as long as the page: it is asked once or twice.
    listen.forget();
    worker.post_message(
        &message
            .iter()
            .map(|part| JsValue::from_str(part))
            .collect::<Array>(),
    )
}

fn heard(event: &JsValue) -> Option<Seen> {
    let data = field(event, "data");
    let stage = match &*text(&data, "stage")? {
        "busy" => Stage::Busy,
        "right" => Stage::Right,
        "wrong" => Stage::Wrong,
        "blocked" => Stage::Partly,
        _ => Stage::Failed,
    };
    Some(Seen {
        stage,
        status: text(&data, "status")?,
        percent: text(&data, "percent"),
        lines: list(&data, "lines").map(line).collect(),
    })
}

fn line(line: JsValue) -> Line {
    Line {
        mark: text(&line, "mark").unwrap_or_default(),
        name: text(&line, "name").unwrap_or_default(),
        text: list(&line, "text")
            .filter_map(|text| text.as_string())
            .collect(),
        parts: list(&line, "parts").map(self::line).collect(),
    }
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    field(of, name).as_string()
}

fn list(of: &JsValue, name: &str) -> impl Iterator<Item = JsValue> {
    field(of, name)
        .dyn_into::<Array>()
        .unwrap_or_default()
        .into_iter()
}
