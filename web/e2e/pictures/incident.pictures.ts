import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "../house";
import { type Picture, takeAll } from "./picture";

test.describe.configure({ mode: "serial" });

interface Told {
  phenomenon: string;
  place: string;
  case_number?: string;
  minutes: number;
}

const hour = 3_600_000;

/** Now, or half past four in the afternoon of the last weekday where the desks are closed: clocks that have run. */
async function inOfficeHours(page: Page): Promise<number> {
  const { server_time } = await (await page.request.get("/api/v1/session")).json();
  const now = Date.parse(server_time);
  const local = new Date(now + 9 * hour);
  const weekday = (day: Date) => day.getUTCDay() % 6 !== 0;
  if (weekday(local) && local.getUTCHours() >= 14 && local.getUTCHours() < 17) return now;
  const day = new Date(local);
  day.setUTCHours(16, 30, 0, 0);
  while (day > local || !weekday(day)) day.setUTCDate(day.getUTCDate() - 1);
  return day.getTime() - 9 * hour;
}

/** Incidents as they stand on an ordinary day: one just instructed, one contacted, one that waits. Made once. */
async function incidents(page: Page, desk: Desk): Promise<string[]> {
  const { items } = await (await page.request.get(desk.api("/incidents?state=open"))).json();
  if (items.length > 0) return items.map(({ id }: { id: string }) => id);
  const now = await inOfficeHours(page);
  const ago = (minutes: number) => `${new Date(now - minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const sites = (await (await page.request.get(desk.api("/site-register"))).json()).items;
  const open = async ({ phenomenon, place, case_number, minutes }: Told, site: number): Promise<string> => {
    const made = await desk.send("post", "/incidents", {
      intake: {
        phenomenon,
        place,
        site_id: sites[site].id,
        contact_person: "窓口 さくら",
        contact_phone: "内線 1234",
        error_text: "E-204",
      },
      handed_over: true,
      case_number,
      at: ago(minutes),
      person: "見本 太郎",
      city_person: "見本 太郎",
    });
    return (await made.json()).id;
  };
  const record = (id: string, version: number, act: string, minutes: number, text = "") =>
    desk.send(
      "post",
      `/incidents/${id}/entries`,
      { act, at: ago(minutes), person: "架空 一郎", city_person: "窓口 さくら", text },
      version,
    );
  const waiting = await open(
    { phenomenon: "印刷できない", place: "3番窓口", case_number: "K26-011", minutes: 300 },
    0,
  );
  await record(waiting, 1, "contacted", 290, "紙づまりではないことを確かめた。");
  await record(waiting, 2, "waits", 280, "会議で使用中のため、終わるまで入れない");
  const contacted = await open(
    { phenomenon: "タッチパネルがずれる", place: "1番窓口", case_number: "K26-012", minutes: 100 },
    1,
  );
  await record(contacted, 1, "contacted", 80, "調整画面でも直らない。");
  const fresh = await open({ phenomenon: "画面が動かない（固まった）", place: "相談室", minutes: 20 }, 0);
  return [fresh, contacted, waiting];
}

const oneOf =
  (place: number, part = "") =>
  async (page: Page, desk: Desk): Promise<void> => {
    const all = await incidents(page, desk);
    await page.goto(desk.at(`/incidents/${all[place]}${part}`));
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  };

/** A terminal that does not start, led along the flow of its class. */
const led = async (page: Page, desk: Desk): Promise<void> => {
  const units = (await (await page.request.get(desk.api("/register?class=terminal&use=in_service"))).json())
    .items as { id: string; site_id: string }[];
  const now = await inOfficeHours(page);
  const ago = (minutes: number) => `${new Date(now - minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const made = await desk.send("post", "/incidents", {
    intake: {
      phenomenon: "電源が入らない",
      place: "2番窓口",
      site_id: units[0]?.site_id,
      device_id: units[0]?.id,
      contact_person: "窓口 さくら",
      contact_phone: "内線 1234",
    },
    handed_over: true,
    case_number: "K26-020",
    at: ago(45),
    person: "見本 太郎",
    city_person: "見本 太郎",
  });
  const { id } = await made.json();
  const contacted = {
    act: "contacted",
    at: ago(40),
    person: "架空 一郎",
    city_person: "窓口 さくら",
    text: "電源コードは抜けていない。",
  };
  await desk.send("post", `/incidents/${id}/entries`, contacted, 1);
  const step = {
    step: "visit_announced",
    act: "done",
    at: ago(35),
    person: "架空 一郎",
    text: "本日中に伺う。",
  };
  await desk.send("post", `/incidents/${id}/steps`, step, 2);
  await page.goto(desk.at(`/incidents/${id}`));
  const flow = page.locator("#flow");
  await expect(flow).toBeVisible();
  await flow.scrollIntoViewIfNeeded();
};

const listed = async (page: Page, desk: Desk): Promise<void> => {
  await incidents(page, desk);
  await page.reload();
  await expect(page.getByRole("table", { name: "障害" })).toBeVisible();
};

/** The month before with the incidents of some sites: in time, late with its reason, and without work on site. */
const monthBefore = async (page: Page, desk: Desk): Promise<void> => {
  const { server_time } = await (await page.request.get("/api/v1/session")).json();
  const today = new Date(Date.parse(server_time) + 9 * 3_600_000);
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1))
    .toISOString()
    .slice(0, 7);
  const sites = (await (await page.request.get(desk.api("/site-register"))).json()).items;
  const rows = [
    ["K26-001", "05", "印刷できない", "09:00", "09:20", "09:45", "紙づまり"],
    ["K26-002", "08", "電源が入らない", "10:00", "10:40", "11:30", "電源"],
    ["K26-003", "14", "画面が動かない", "13:00", "14:35", "15:10", "電源"],
    ["K26-004", "21", "読み取れない", "09:30", "09:50", "10:00", "設定"],
    ["K26-005", "27", "印刷がかすれる", "11:00", "11:15", "11:40", "紙づまり"],
  ] as const;
  for (const [index, [number, day, phenomenon, told, called, restored, cause]] of rows.entries()) {
    const at = (time: string) => `${month}-${day}T${time}:00+09:00`;
    const made = await desk.send("post", "/incidents", {
      intake: { phenomenon, site_id: sites[index % 3].id, place: "1階", contact_person: "窓口 さくら" },
      handed_over: true,
      case_number: number,
      at: at(told),
      person: "見本 太郎",
      city_person: "見本 太郎",
    });
    if (!made.ok()) break; // made before
    const { id } = await made.json();
    const record = (version: number, act: string, time: string) =>
      desk.send(
        "post",
        `/incidents/${id}/entries`,
        { act, at: at(time), person: "架空 一郎", city_person: "窓口 さくら", text: "電話で案内した" },
        version,
      );
    await record(1, "contacted", called);
    await record(2, "restored", restored);
    const late = [{ level: "contact", reason: "別の障害の電話が続いた" }];
    const miss_reasons = number === "K26-003" ? late : [];
    await desk.send("put", `/incidents/${id}/outcome`, { action: "電話で案内した", cause, miss_reasons }, 3);
  }
  await page.goto(desk.at(`/incidents/months/${month}`));
  await expect(page.getByRole("table", { name: "障害ごと" })).toBeVisible();
};

/** Visits as they stand on an ordinary day, one with its checklist. Made once. */
async function visits(page: Page, desk: Desk): Promise<string> {
  const { items } = await (await page.request.get(desk.api("/visits?shown=open"))).json();
  if (items.length > 0) return items[0].id;
  const { server_time } = await (await page.request.get("/api/v1/session")).json();
  const day = new Date(Date.parse(server_time) + 9 * 3_600_000).toISOString().slice(0, 10);
  const sites = (await (await page.request.get(desk.api("/site-register"))).json()).items;
  const plan = async (site: number, hour: number, purpose: string, names: string[]): Promise<string> => {
    const made = await desk.send("post", "/visits", {
      site_id: sites[site].id,
      purpose,
      planned_from: `${day}T${hour}:00`,
      planned_until: `${day}T${hour + 1}:30`,
      told: "窓口 さくら",
      workers: names.map((name) => ({ name })),
    });
    return (await made.json()).id;
  };
  await plan(1, 15, "年次点検の下見", ["架空 一郎", "試作 次郎"]);
  return plan(0, 10, "印刷がかすれる原因の調査", ["架空 一郎"]);
}

const visitsListed = async (page: Page, desk: Desk): Promise<void> => {
  await visits(page, desk);
  await page.reload();
  await expect(page.getByRole("table", { name: "予定・訪問中" })).toBeVisible();
};

const oneVisit = async (page: Page, desk: Desk): Promise<void> => {
  const id = await visits(page, desk);
  await page.goto(desk.at(`/visits/${id}`));
  await expect(page.getByRole("heading", { name: "訪問前の確認" })).toBeVisible();
};

/** The contract of the worked example has no makers' desks; this one does. */
const desks = async (page: Page): Promise<void> => {
  await page.goto("/contracts/sapporo-r5-core-terminals/desks");
  await expect(page.getByRole("heading", { name: "メーカーの窓口" })).toBeVisible();
};

/** The nights of the coming weeks by turns, but for the last days. */
const onCall = async (page: Page, desk: Desk): Promise<void> => {
  const { first } = await (await page.request.get(desk.api("/on-call"))).json();
  const last = new Date(Date.parse(first) + 20 * 86_400_000).toISOString().slice(0, 10);
  await desk.send("post", "/on-call/pattern", {
    first,
    last,
    shape: "outside_hours",
    people: [
      { person: "試作 次郎", phone: "090-0000-0001" },
      { person: "架空 一郎", phone: "090-0000-0002" },
    ],
    save: true,
  });
  await page.reload();
  await expect(page.getByRole("table", { name: "当番の一覧" })).toBeVisible();
};

const pictures: readonly Picture[] = [
  { file: "incidents", role: "worker", path: "/incidents", before: listed },
  { file: "incident", role: "worker", path: "/incidents", before: oneOf(1), height: 1250 },
  { file: "incident-flow", role: "worker", path: "/incidents", before: led, height: 1900 },
  {
    file: "incident-evidence",
    role: "city_section",
    path: "/incidents",
    before: oneOf(2, "/evidence/on_site"),
  },
  { file: "incident-month", role: "responsible", path: "/incidents", before: monthBefore, height: 1150 },
  { file: "visits", role: "worker", path: "/visits", before: visitsListed },
  { file: "visit", role: "worker", path: "/visits", before: oneVisit, height: 1000 },
  { file: "incident-report", role: "site_contact", path: "/incidents/new", height: 1250 },
  { file: "desks", role: "city_section", path: "/desks", before: desks, height: 1000 },
  { file: "on-call", role: "responsible", path: "/desks/on-call", before: onCall, height: 1400 },
];

takeAll(pictures);
