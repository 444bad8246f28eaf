// Measures a running demo server and prints a table: node figures.mjs URL PID. Called by `cargo xtask figures`.
import { readFileSync } from "node:fs";
import http from "node:http";
import autocannon from "autocannon";

const [url, pid] = process.argv.slice(2);
const rows = [];
const row = (what, figure, goal) => rows.push(`| ${what} | ${figure} | ${goal} |`);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** One request over the wire: status, headers, bytes as sent. */
function ask(path, { method = "GET", cookie = "", form } = {}) {
  const body = form && new URLSearchParams(form).toString();
  const headers = { "accept-encoding": "br, gzip", cookie, origin: url, host: new URL(url).host };
  if (body) Object.assign(headers, { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) });
  return new Promise((resolve, reject) => {
    const request = http.request(url + path, { method, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

const plain = async (path, cookie = "") => (await (await fetch(url + path, { headers: { cookie } })).text());
const cookies = (answer) => (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).filter((pair) => !pair.endsWith("=")).join("; ");
const signIn = async (who) => cookies(await ask("/demo/inloggen", { method: "POST", form: { who } }));

/** Bytes of a first view: the page and all it loads, without following the script. */
async function weigh(path, cookie) {
  const page = await ask(path, { cookie });
  const html = await plain(path, cookie);
  const files = [...html.matchAll(/(?:href|src)="(\/pkg\/[^"]+)"/g)].map((match) => match[1]);
  let script = 0;
  let other = 0;
  for (const file of new Set(files)) {
    const bytes = (await ask(file)).body.length;
    if (file.endsWith(".js")) script += bytes + (await wasm(file));
    else other += bytes;
  }
  return { html: page.body.length, script, all: page.body.length + other + script };
}

/** The wasm that a script loads. */
async function wasm(script) {
  const name = (await plain(script)).match(/main\.[0-9a-f]+\.wasm/)?.[0];
  return name ? (await ask(`/pkg/${name}`)).body.length : 0;
}

const resident = (kind) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(new RegExp(`${kind}:\\s+(\\d+)`))[1]) * 1024;
row("Idle memory after start (VmRSS)", `${(resident("VmRSS") / 1e6).toFixed(0)} MB`, "≤ 80 MB");

for (const path of ["/", "/uitleg", "/rondes"]) {
  const { all, script } = await weigh(path);
  row(`First view of ${path}, all included (brotli)`, `${kB(all)}, script ${kB(script)}`, "≤ 60 kB, no script");
}

const code = (await plain("/demo")).match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/)[0];
const entered = await ask("/stem", { method: "POST", form: { code } });
const ballot = await weigh("/stem/kiezen", cookies(entered));
row("First view of the ballot, all included", `${kB(ballot.all)}, of which WASM + JS ${kB(ballot.script)}`, "≤ 250 kB, ≤ 150 kB");

async function load(path, name, goal) {
  const result = await autocannon({ url: url + path, connections: 10, duration: 10 });
  row(name, `${Math.round(result.requests.average)} a second, p99 ${result.latency.p99} ms`, goal);
}
await load("/", "Home pages rendered (10 connections, 10 s, load on the same machine)", "≥ 500 a second, p99 ≤ 50 ms");

/** 500 proposals, handed in through the form like a resident does. */
async function fill(round, cookie) {
  const begin = await plain(`${round}/voorstel-doen`, cookie);
  const wijk = begin.match(/name="wijk"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="wijk"/).slice(1).find(Boolean);
  for (let n = 0; n < 500; n += 1) {
    const draft = await ask(`${round}/voorstel-doen`, { method: "POST", cookie, form: { wijk } });
    const form = {
      deed: "submit", title: `Nuttig werk nummer ${n}`, description: "Dit werk blijft nu liggen. Zo helpt het de buurt vooruit.", family: "garden",
      host_name: "Bewonersvereniging", host_kind: "residents_association", hours: "16", places: "1", lasting: "permanent", months: "",
      legal_basis: "social_activation", guidance: "Elke week een coach.", growth: "Een cursus.", "cost_guidance": "5000", "label_guidance": "Coach",
    };
    const done = await ask(draft.headers.location, { method: "POST", cookie, form });
    if (done.status !== 303) throw new Error(`proposal ${n}: ${done.status}`);
  }
}
const round = (await plain("/")).match(/\/rondes\/[0-9a-f-]{36}/g) ?? [];
const all = [...new Set([...round, ...((await plain("/rondes")).match(/\/rondes\/[0-9a-f-]{36}/g) ?? [])])];
let proposing;
for (const candidate of all) if ((await plain(candidate)).includes("/voorstel-doen")) proposing ??= candidate;
await fill(proposing, await signIn("bewoner"));
const times = [];
for (let n = 0; n < 50; n += 1) {
  const began = performance.now();
  await ask(`${proposing}/voorstellen`);
  times.push(performance.now() - began);
}
times.sort((a, b) => a - b);
row("List of a round with over 500 proposals, median of 50", `${times[25].toFixed(1)} ms`, "≤ 200 ms");
row("Peak memory after all this (VmHWM)", `${(resident("VmHWM") / 1e6).toFixed(0)} MB`, "≤ 300 MB");

console.log(["| what | measured | goal |", "|---|---|---|", ...rows].join("\n"));
