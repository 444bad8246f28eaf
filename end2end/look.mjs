// Takes a picture of every page at 390 and 1280 pixels: node look.mjs URL FOLDER. For people to look at, not a test.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";

const [url = "http://localhost:8080", folder = "screenshots", only = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

/** Addresses of the demo's rounds, newest first: proposing, checking, voting, adopted. */
async function rounds(page) {
  await page.goto(`${url}/rondes`);
  const links = await page.locator('main a[href^="/rondes/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  return [...new Set(links.map((href) => href.split("/").slice(0, 3).join("/")))];
}

async function pages(page) {
  const [proposing, checking, voting, adopted] = await rounds(page);
  const first = async (round) => {
    await page.goto(`${url}${round}/voorstellen`);
    return page.locator('main a[href^="/voorstellen/"]').first().getAttribute("href");
  };
  const chosen = await first(adopted);
  const open = await first(checking);
  const work = (round) => round.replace("/rondes", "/werk/rondes");
  return {
    "": { home: "/", rondes: "/rondes", ronde_voorstel: proposing, ronde_stem: voting, ronde_klaar: adopted, voorstellen: `${voting}/voorstellen`,
      voorstel: chosen, spelregels: `${voting}/spelregels`, uitslag: `${adopted}/uitslag`, dossier: `${adopted}/dossier`, banen: `${adopted}/banen`,
      uitleg: "/uitleg", tellen: "/uitleg/tellen", veilig: "/hoe-veilig", verdringing: "/verdringing", logboek: "/logboek", inloggen: "/inloggen", account: "/account-maken",
      demo: "/demo", niets: "/niets", english: "/en", stem: "/stem" },
    bewoner: { mijn: "/mijn", doen: `${proposing}/voorstel-doen` },
    smederij: { werk: "/werk", nieuw: "/werk/rondes/nieuw", proeftelling: "/werk/proeftelling", bestuur: work(voting), bestuur_toets: work(checking), sleutel: work(voting) + "/sleutel",
      brieven: work(voting) + "/brieven", telling: work(voting) + "/telling", toetslijst: "/werk/toets", toets: `/werk${open}/toets`, wijken: "/werk/wijken" },
    toetser: { toetser_werk: "/werk", toetser_toets: `/werk${open}/toets` },
    griffier: { griffier_werk: "/werk" },
    beheerder: { mensen: "/beheer/mensen" },
  };
}

const problems = [];
for (const [size, viewport] of Object.entries({ 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 900 } })) {
  const list = await (async () => { const c = await browser.newContext(); const p = await pages(await c.newPage()); await c.close(); return p; })();
  for (const [who, paths] of Object.entries(list)) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && problems.push(`${page.url()}: ${message.text()}`));
    if (who) {
      await page.goto(`${url}/demo`);
      await page.locator(`form:has(input[value="${who}"]) button`).click();
    }
    for (const [name, path] of Object.entries(paths)) {
      if (only && !name.match(only)) continue;
      const answer = await page.goto(`${url}${path}`);
      if (answer.status() >= 400 && name !== "niets") problems.push(`${path}: ${answer.status()}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) problems.push(`${path} scrolls sideways at ${size}`);
      await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true });
    }
    await context.close();
  }
}
/** The pages that need a way to them: a draft with faults, the ballot, the review, the end, letters. */
for (const [size, viewport] of Object.entries({ 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 900 } })) {
  const page = await (await browser.newContext({ viewport })).newPage();
  const shoot = (name) => page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true });
  await page.goto(`${url}/demo`);
  const code = (await page.locator("code.wb-demo-code").allTextContents()).filter((text) => /^\w{4}(-\w{4}){3}$/.test(text)).at(size === "390" ? 1 : 2);
  await page.goto(`${url}/stem#${code}`);
  await page.waitForSelector("html[data-hydrated=true]");
  await shoot("stem_code");
  await page.getByRole("button", { name: "Ga verder" }).click();
  for (const box of (await page.locator("input[name=choices]").all()).slice(0, 4)) await box.check({ force: true });
  await shoot("kiezen_te_veel");
  await page.getByRole("button", { name: "Verder" }).click();
  await shoot("kiezen_fout");
  for (const box of (await page.locator("input[name=choices]").all()).slice(0, 2)) await box.uncheck({ force: true });
  await page.getByRole("button", { name: "Verder" }).click();
  await shoot("controle");
  await page.getByRole("button", { name: "Stem indienen" }).click();
  await page.getByText("Wilt u uw stem later").click();
  await shoot("klaar");
  await page.goto(`${url}/demo`);
  await page.locator('form:has(input[value="bewoner"]) button').click();
  await page.goto(`${url}/mijn`);
  const draft = await page.locator('a[href$="/bewerken"]').first().getAttribute("href").catch(() => null);
  if (draft) {
    await page.goto(`${url}${draft}`);
    await shoot("bewerken");
    await page.getByRole("button", { name: "Stuur in" }).click();
    await shoot("bewerken_fout");
  }
}
await browser.close();
console.log(problems.length ? problems.join("\n") : "no problems");
