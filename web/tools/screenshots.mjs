// screenshots: takes the pictures of README and manual from a running Hoshuban with its worked example.
//   ./run --port 8080 --json > started.json          (or: hoshuban serve --demo --json; a fresh data folder)
//   HOSHUBAN_STARTED=started.json node web/tools/screenshots.mjs
// Writes docs/images/*.png at 1366x768 and, where pngquant is installed, with a palette of 256 colours.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const repository = new URL("../../", import.meta.url);
const images = fileURLToPath(new URL("docs/images/", repository));
const specimen = fileURLToPath(new URL("tests/fixtures/work_requests/specimen.xlsx", repository));
const largest = 200_000;

const started = JSON.parse(readFileSync(process.env.HOSHUBAN_STARTED ?? 0, "utf8"));
const address = process.env.HOSHUBAN_URL ?? started.url;

const browser = await chromium.launch({
  executablePath: process.env.HOSHUBAN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

async function newPage() {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
  });
  return context.newPage();
}

async function signedIn(role) {
  const page = await newPage();
  const { login, password } = started.sign_ins.find((each) => each.role === role);
  const answer = await page.request.post("/api/v1/session", { data: { login, password } });
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()}`);
  const { memberships } = await answer.json();
  return { page, base: `/contracts/${memberships[0].contract_id}` };
}

/** The administrator is whoever the one-time link registers; a second run signs in with the same words. */
async function administrator() {
  const page = await newPage();
  const secret = { login: "kanri", password: "春はあけぼの夏は夜秋は夕暮れ" };
  const token = new URL(started.first_administrator).searchParams.get("token");
  const made = await page.request.post("/api/v1/setup", { data: { token, name: "管理 一子", ...secret } });
  if (!made.ok()) await page.request.post("/api/v1/session", { data: secret });
  return { page, base: "" };
}

async function settled(page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector(".loading"));
  await page.evaluate(() => document.fonts.ready);
}

async function save(page, name) {
  await settled(page);
  const file = `${images}${name}.png`;
  await page.screenshot({ path: file, animations: "disabled" });
  spawnSync("pngquant", ["--force", "--skip-if-larger", "--strip", "--output", file, "256", file]);
  const { size } = statSync(file);
  console.log(`${name}.png  ${Math.round(size / 1000)} kB`);
  if (size > largest) throw new Error(`${name}.png is larger than ${largest / 1000} kB`);
}

async function requestIn(status, { page, base }) {
  const answer = await page.request.get(`/api/v1${base}/work-requests?status=${status}&sort=-number&limit=1`);
  return `${base}/requests/${(await answer.json()).items[0].id}`;
}

const lookAtConfirmations = (page) =>
  page.getByRole("heading", { name: "両者の確認" }).evaluate((heading) => heading.scrollIntoView());

const gate = await newPage();
await gate.goto("/sign-in");
await save(gate, "sign-in");

const city = await signedIn("city_section");
for (const [name, path] of [
  ["today", "/today"],
  ["requests", "/requests"],
  ["contract", "/contract"],
]) {
  await city.page.goto(city.base + path);
  await save(city.page, name);
}
await city.page.goto(`${city.base}/contract#quotas`);
await save(city.page, "contract-quotas");
// The specimen is in the form of another of the example's contracts.
const { memberships } = await (await city.page.request.get("/api/v1/session")).json();
const home = memberships.find(({ contract_id }) => contract_id.endsWith("r7-juki-cs")).contract_id;
await city.page.goto(`/contracts/${home}/requests/import`);
await city.page.locator("input[type=file]").setInputFiles(specimen);
await city.page.getByRole("table").waitFor();
await save(city.page, "import-preview");
await city.page.goto(await requestIn("confirming", city));
await save(city.page, "request-city");
await lookAtConfirmations(city.page);
await save(city.page, "request-city-confirm");

const contractor = await signedIn("responsible");
await contractor.page.goto(await requestIn("in_progress", contractor));
await save(contractor.page, "request-contractor");
await lookAtConfirmations(contractor.page);
await save(contractor.page, "request-contractor-confirm");
await contractor.page.goto(`${contractor.base}/calendar?month=2026-11`);
await save(contractor.page, "calendar");
const due = new URLSearchParams({ from: "2023-06-01T16:30", rule: "service_minutes", amount: "60" });
await contractor.page.goto(`${contractor.base}/calendar/due?${due}`);
await save(contractor.page, "due-date");

const auditor = await signedIn("auditor");
await auditor.page.goto(`${auditor.base}/audit`);
await save(auditor.page, "audit");

const admin = await administrator();
for (const part of ["people", "roles"]) {
  await admin.page.goto(`/admin/${part}`);
  await save(admin.page, `admin-${part}`);
}
await browser.close();
