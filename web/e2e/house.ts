import { readFileSync } from "node:fs";
import {
  type APIRequestContext,
  type APIResponse,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

interface Started {
  url: string;
  first_administrator: string;
  sign_ins: { login: string; password: string; name: string; role: string }[];
}

/** What the server told at its start: one sign-in per role of the worked example, and the first administrator's link. */
export function started(): Started {
  const path = process.env.HOSHUBAN_STARTED;
  if (!path) throw new Error("HOSHUBAN_STARTED is not set: start through tools/e2e");
  return JSON.parse(readFileSync(path, "utf8"));
}

export type Role =
  | "city_section"
  | "city_division"
  | "site_contact"
  | "responsible"
  | "worker"
  | "security_officer"
  | "auditor"
  | "administrator";

/** Who first-administrator.setup.ts registers. */
export const administrator = { login: "kanri", password: "春はあけぼの夏は夜秋は夕暮れ", name: "管理 一子" };

export function personOf(role: Role) {
  if (role === "administrator") return administrator;
  const person = started().sign_ins.find((each) => each.role === role);
  if (!person) throw new Error(`the worked example has nobody who is ${role}`);
  return person;
}

/** Somebody at a browser of their own. */
export interface Desk {
  page: Page;
  contract: string;
  /** An API path below the contract. */
  api: (path: string) => string;
  /** A page below the contract. */
  at: (path: string) => string;
  send: (
    method: "post" | "patch" | "put",
    path: string,
    body: object,
    version?: number,
  ) => Promise<APIResponse>;
}

type Cookies = Awaited<ReturnType<APIRequestContext["storageState"]>>;

// Passwords are costly to check and sign-ins are limited per minute; each role signs in once per run.
const sessions = new Map<Role, Cookies>();

async function deskAt(page: Page): Promise<Desk> {
  const answer = await page.request.get("/api/v1/session");
  expect(answer.status()).toBe(200);
  const { csrf, memberships } = await answer.json();
  const contract: string = memberships[0]?.contract_id ?? "";
  const api = (path: string) => `/api/v1/contracts/${contract}${path}`;
  return {
    page,
    contract,
    api,
    at: (path) => `/contracts/${contract}${path}`,
    send: (method, path, data, version) =>
      page.request[method](api(path), {
        data,
        headers: { "X-Hoshuban-CSRF": csrf, ...(version && { "If-Match": `"${version}"` }) },
      }),
  };
}

/** Chromium reports every answer of 4xx as an error; these are expected. */
const expectedRefusals = [
  // Asked by every page before somebody has signed in.
  { path: /^\/api\/v1\/session$/, status: 401 },
  { path: /^\/api\/v1\/setup$/, status: 404 },
];

/** Collects errors of the console, refusals of the content security policy and uncaught exceptions. */
export function listen(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url } = message.location();
    const status = Number(/status of (\d+)/.exec(message.text())?.[1]);
    const path = url.startsWith("http") ? new URL(url).pathname : "";
    if (expectedRefusals.some((each) => each.status === status && each.path.test(path))) return;
    complaints.push(`${page.url()}: ${message.text()} (${url})`);
  });
}

interface House {
  /** Errors that any page of this test reported; the test fails unless it is empty at its end. */
  complaints: string[];
  /** A signed-in browser for a role; the same session for every test. */
  as: (role: Role) => Promise<Desk>;
  /** A browser in which nobody is signed in. */
  stranger: () => Promise<Page>;
}

export const test = base.extend<House>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the braces
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  stranger: async ({ browser, complaints, contextOptions }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      const page = await context.newPage();
      listen(page, complaints);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  as: async ({ stranger }, use) => {
    await use(async (role) => {
      const page = await stranger();
      const known = sessions.get(role);
      if (known) await page.context().addCookies(known.cookies);
      else {
        const { login, password } = personOf(role);
        const answer = await page.request.post("/api/v1/session", { data: { login, password } });
        expect(answer.status()).toBe(200);
        sessions.set(role, await page.request.storageState());
      }
      return deskAt(page);
    });
  },
});

export { expect };

export async function signIn(page: Page, role: Role): Promise<void> {
  const { login, password } = personOf(role);
  await page.goto("/");
  await page.getByLabel("利用者ID").fill(login);
  await page.getByLabel("パスワード").fill(password);
  await page.getByRole("button", { name: "ログインする" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
}

export interface Request {
  id: string;
  number: string;
  version: number;
}

/** A request of the test's own, written through the API. */
export async function write(city: Desk, fields: { title: string; body?: string }): Promise<Request> {
  const answer = await city.send("post", "/work-requests", {
    body: "手順書のとおりお願いします。",
    work_types: [],
    ...fields,
  });
  expect(answer.status()).toBe(201);
  return answer.json();
}

/** Opens every gate of an accepted request through the API, as both sides would: an agreed window from now on, and the rest. */
export async function openGates(city: Desk, contractor: Desk, id: string): Promise<void> {
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString().replace(/\.\d+/, "");
  const window = await contractor.send("post", `/work-requests/${id}/windows`, {
    from: at(-1),
    until: at(120),
    overtime: "",
  });
  expect(window.status(), await window.text()).toBe(201);
  const proposed = await window.json();
  for (const need of proposed.needs) await permit(city, contractor, proposed.id, need.kinds[0].id);
  const agreed = await city.send("post", `/windows/${proposed.id}/agree`, { reason: "" }, 1);
  expect(agreed.status(), await agreed.text()).toBe(200);
  const told = await contractor.send("post", "/vendor-notices", { word: "none", request_id: id });
  expect(told.status(), await told.text()).toBe(201);
  await approveProcedure(city, contractor, id);
  await assignWorker(contractor, id);
}

const read = async (desk: Desk, path: string) => (await desk.page.request.get(desk.api(path))).json();

// A procedure in a file of its own, unless the job already follows one.
async function approveProcedure(city: Desk, contractor: Desk, id: string): Promise<void> {
  const one = `/work-requests/${id}/procedures`;
  const { readiness } = await read(contractor, one);
  if (!readiness.needed || readiness.missing === "nothing") return;
  const made = await contractor.send("post", "/procedures", { kind: "own", title: unique("作業手順書") });
  expect(made.status(), await made.text()).toBe(201);
  const procedure = `/procedures/${(await made.json()).id}`;
  const { versions } = await read(contractor, procedure);
  const files = `${procedure}/versions/${versions[0].id}/files?name=steps.txt`;
  const filed = await contractor.send("post", files, Buffer.from("控えを取り、変更し、動作を確かめる。"), 1);
  expect(filed.status(), await filed.text()).toBe(200);
  const handed = await contractor.send("post", one, { version_id: versions[0].id });
  expect(handed.status(), await handed.text()).toBe(200);
  const { approval_id, content_sha256 } = (await handed.json()).followed.at(-1);
  const decided = await city.send(
    "post",
    `/approvals/${approval_id}/decide`,
    { verdict: "grant", content_sha256 },
    1,
  );
  expect(decided.status(), await decided.text()).toBe(200);
}

// Somebody of the worked example's roster, today and tomorrow: a window may pass midnight.
async function assignWorker(contractor: Desk, id: string): Promise<void> {
  const { items } = await read(contractor, "/roster");
  const japanDay = (later: number) =>
    new Date(Date.now() + (9 + later) * 3_600_000).toISOString().slice(0, 10);
  const assigned = await contractor.send("post", `/work-requests/${id}/assignments`, {
    worker_id: items.find(({ entry }: { entry: { name: string } }) => entry.name === "試作 次郎").id,
    task: "現地作業",
    first_day: japanDay(0),
    last_day: japanDay(24),
  });
  expect(assigned.status(), await assigned.text()).toBe(201);
}

// At night and on closed days the city instructs work outside hours; an instruction it enters itself is in force at once.
async function permit(city: Desk, contractor: Desk, window: string, kind: string): Promise<void> {
  const byCity = kind === "overtime_city";
  const asked = await (byCity ? city : contractor).send("post", `/windows/${window}/permits`, {
    kind,
    reason: "試験",
  });
  expect(asked.status(), await asked.text()).toBe(200);
  if (byCity) return;
  const { needs } = await asked.json();
  const { approval_id } = needs.find((need: { kinds: { id: string }[] }) =>
    need.kinds.some(({ id }) => id === kind),
  );
  const decided = await city.send("post", `/approvals/${approval_id}/decide`, { verdict: "grant" }, 1);
  expect(decided.status(), await decided.text()).toBe(200);
}

/** The same, and the start of the work; the version of the request after it. */
export async function begin(city: Desk, contractor: Desk, id: string, version: number): Promise<number> {
  await openGates(city, contractor, id);
  const started = await contractor.send("post", `/work-requests/${id}/start`, {}, version);
  expect(started.status(), await started.text()).toBe(200);
  return (await started.json()).version;
}

/** A word that no other test and no earlier run has used. */
export const unique = (word: string): string => `${word}${Date.now().toString(36)}`;

/** The box of three numbers 年 月 日. */
export const dateBoxes = (within: Page | Locator, label: string) => {
  const group = within.getByRole("group", { name: new RegExp(`^${label}`) });
  return {
    group,
    read: async () =>
      Promise.all(["年", "月", "日"].map((part) => group.getByLabel(part, { exact: true }).inputValue())),
  };
};

/** Writes a day, `2026-11-20`, into the box of three numbers. */
export async function fillDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const { group } = dateBoxes(within, label);
  const [year = "", month = "", date = ""] = day.split("-");
  await group.getByLabel("年", { exact: true }).fill(year);
  await group.getByLabel("月", { exact: true }).fill(String(Number(month)));
  await group.getByLabel("日", { exact: true }).fill(String(Number(date)));
}

export const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole("region", { name: "お知らせ" }).getByText(text, { exact: true });
