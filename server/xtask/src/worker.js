
// Appended by `cargo xtask site`: the worker behind «Reken het zelf na». In a block, since wasm-bindgen has names of its own.
//
// It gets one message, [file, question]: the address of the published ballots, and a text with JSON in it that holds what
// the page says of them and its texts. It answers with messages {stage, status, percent, lines}: `stage` is "busy" until
// it is "right", "wrong" or "failed", `status` a sentence, and `percent` is absent while nobody knows.
{
  const say = (stage, status, percent, lines = []) => postMessage({ stage, status, percent: percent?.toString(), lines });

  const loaded = import(import.meta.url).then(async (module) => {
    await module.default({ module_or_path: new URL("WASM_FILE", import.meta.url) });
    return module;
  });

  const download = async (file, status) => {
    say("busy", status);
    const answer = await fetch(file, { cache: "no-store" });
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    const all = Number(answer.headers.get("x-uncompressed-length"));
    const parts = [];
    let done = 0;
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      done += part.value.length;
      // The first 30 of 100; the rest is for counting.
      say("busy", status, all ? Math.min(30, Math.floor((30 * done) / all)) : undefined);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };

  addEventListener("message", async ({ data: [file, question] }) => {
    const { texts } = JSON.parse(question);
    let bytes, module;
    try {
      [bytes, module] = await Promise.all([download(file, texts["recount.busy.download"]), loaded]);
    } catch (error) {
      console.warn(error);
      say("failed", texts["recount.unreachable"]);
      return;
    }
    try {
      const report = module.countAgain(bytes, question, (status, percent) => say("busy", status, percent));
      const { is_same, verdict, lines } = JSON.parse(report);
      say(is_same ? "right" : "wrong", verdict, 100, lines);
    } catch (error) {
      console.warn(error);
      say("failed", texts["recount.unreadable"]);
    }
  });
}
