// The worker behind «Reken het zelf na» and «Vind uw stem». `cargo xtask site` puts in the addresses of what it loads: the script that
// wasm-bindgen writes, which is a file of its own, and the wasm module. In one file it would have to import itself to
// find `countAgain`, and Firefox lets no worker import a module that is still being evaluated.
//
// It gets one message, [deed, file, question, words]: what to do, the address of the file that everybody recounts from, a text
// with JSON in it that holds what the page says and its texts, and the words to look for. It answers with messages {stage,
// status, percent, lines}: `stage` is "busy" until it is "right", "wrong", "blocked" (not all could be checked) or "failed",
// `status` a sentence, and `percent` is absent while nobody knows.
//
// The message of an error is the name of a text. "unreachable": nothing came; "unreadable": something else came than
// should; "unable": all came and this browser cannot do it. Who reads it needs another way out of each.

// Browsers without module workers start this as a plain script. It has no import of its own, so that it can tell them.
const isModule = this === undefined;

const say = (stage, status, percent, lines = []) => postMessage({ stage, status, percent: percent?.toString(), lines });

// Of each deed, how it is done, what is said meanwhile, and what each problem is told with.
const DEEDS = {
  count: {
    run: (module, bytes, question) => module.countAgain(bytes, question, (status, percent) => say("busy", status, percent)),
    download: "recount.busy.download",
    reasons: { unreachable: "recount.unreachable", unreadable: "recount.unreadable", unable: "recount.unable" },
  },
  find: {
    run: (module, bytes, question, words) => module.findBallot(bytes, question, words),
    download: "finding.busy.download",
    reasons: { unreachable: "finding.unreachable", unreadable: "finding.unreadable", unable: "finding.unable" },
  },
};

const because = (problem) => (cause) => {
  throw new Error(problem, { cause });
};

const ask = async (file, options) => {
  const answer = await fetch(file, options).catch(because("unreachable"));
  if (!answer.ok) throw new Error("unreadable", { cause: `${file}: ${answer.status}` });
  return answer;
};

const load = async () => {
  if (!isModule || typeof WebAssembly === "undefined") throw new Error("unable");
  const [wasm, module] = await Promise.all([
    // All of it before it is compiled: else a connection that breaks off looks like a module that is wrong.
    ask("WASM_FILE").then((answer) => answer.arrayBuffer().catch(because("unreachable"))),
    import("GLUE_FILE").catch((error) => because(error instanceof SyntaxError ? "unable" : "unreachable")(error)),
  ]);
  await module.default({ module_or_path: wasm }).catch(because("unable"));
  return module;
};

const download = async (file, status) => {
  say("busy", status);
  const answer = await ask(file, { cache: "no-store" });
  const all = Number(answer.headers.get("x-uncompressed-length"));
  const parts = [];
  let done = 0;
  const reader = answer.body.getReader();
  const next = () => reader.read().catch(because("unreachable"));
  for (let part = await next(); !part.done; part = await next()) {
    parts.push(part.value);
    done += part.value.length;
    // The first 30 of 100; the rest is for counting.
    say("busy", status, all ? Math.min(30, Math.floor((30 * done) / all)) : undefined);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

const done = (run, module, bytes, question, words) => {
  try {
    return JSON.parse(run(module, bytes, question, words));
  } catch (error) {
    // What it says of the file is a text; a lack of memory is not.
    return because(typeof error === "string" ? "unreadable" : "unable")(error);
  }
};

// Says whether the words were there, and nothing else. Whoever looks does not wait for long, and hears nothing of a failure.
const tell = (address, result) =>
  fetch(address, {
    method: "POST",
    body: new URLSearchParams({ result }),
    redirect: "manual",
    signal: AbortSignal.timeout?.(2000),
  }).catch(() => {});

addEventListener("message", async ({ data: [deed, file, question, words] }) => {
  const { texts, tell: address } = JSON.parse(question);
  const { run, download: status, reasons } = DEEDS[deed];
  try {
    const [bytes, module] = await Promise.all([download(file, texts[status]), load()]);
    const { mark, verdict, lines, is_found } = done(run, module, bytes, question, words);
    if (address) await tell(address, is_found ? "found" : "missing");
    say(mark, verdict, 100, lines);
  } catch (error) {
    console.warn(error);
    say("failed", texts[reasons[error.message] ?? reasons.unable]);
  }
});
