import type { Page } from "@playwright/test";
import { floorPlan } from "../floor-plan";
import { type Desk, expect, test } from "../house";
import { open, type Picture, takeAll } from "./picture";

test.describe.configure({ mode: "serial" });

/** The contract of the worked example plans no renewal; this one does. */
const renewals = async (page: Page): Promise<void> => {
  await page.goto("/contracts/sapporo-r7-juki-cs/register/renewals");
  await page.getByRole("heading", { level: 1, name: "更改計画" }).waitFor();
};

/** Nor does it state totals; those of this one stand beside what was there on its first day. */
const matrix = async (page: Page): Promise<void> => {
  await page.goto("/contracts/sapporo-r7-juki-cs/register/matrix?on=2025-04-01");
  await page.getByRole("table", { name: "契約が示す台数との照合" }).waitFor();
};

/** Moves as they come in a week: planned ones, one after its day, one that was entered later. */
const moving = async (page: Page, desk: Desk): Promise<void> => {
  const { items } = await (await page.request.get(desk.api("/register?use=in_service&limit=40"))).json();
  const sites = [...new Set(items.map(({ site_id }: { site_id: string }) => site_id))];
  const moves = [
    { on: "2026-11-16", planned_on: "2026-11-16", cause: "relocation", note: "課の移動" },
    { on: "2026-11-18", planned_on: "2026-11-17", cause: "relocation", note: "会議室が使えず翌日に" },
    { on: "2026-11-19", planned_on: null, cause: "change_of_use", use: "spare", note: "" },
    { on: "2026-11-20", planned_on: null, cause: "repair", use: "repair", note: "電源が入らない" },
  ];
  for (const [index, move] of moves.entries())
    await desk.send("post", `/register/${items[index * 3 + 4].id}/moves`, {
      site_id: sites[index % sites.length],
      place: "2階 3番窓口",
      use: "in_service",
      ...move,
    });
  await page.goto(desk.at("/register/movements"));
  await page.getByRole("gridcell", { name: "電源が入らない" }).waitFor();
};

/** A survey under way, over the results of the year before. */
const survey = async (page: Page, desk: Desk): Promise<void> => {
  const plan = { first: null, last: null, agreed: "見本 太郎と時期を決めた" };
  const planned = async (title: string, on: string, earlier: boolean) =>
    (await (await desk.send("post", "/page-surveys", { ...plan, title, on, earlier })).json()).id as string;
  const before = await planned("前年度の結果", "2025-04-01", true);
  const now = await planned("令和8年度 印刷枚数調査", "2026-11-02", false);
  const units = (await (await page.request.get(desk.api(`/page-surveys/${now}/units`))).json()).items as {
    device_id: string;
  }[];
  const enter = (id: string, numbers: readonly string[], read_on: string) =>
    desk.send("post", `/page-surveys/${id}/readings`, {
      readings: numbers.map((pages, index) => ({
        device_id: units[index]?.device_id,
        pages,
        read_on,
        note: "",
        version: 0,
      })),
    });
  await enter(before, ["21,480", "65,102", "8,930", "40,077"], "2025-03-03");
  await enter(now, ["33,915", "81,440", "930"], "2026-11-09");
  await page.goto(desk.at(`/register/page-surveys/${now}`));
  await expect(page.getByRole("grid")).toContainText("要確認");
};

/** An update whose edition is on one of two spares. */
const update = async (page: Page, desk: Desk): Promise<void> => {
  const terminals = (await (await page.request.get(desk.api("/register?limit=200&class=terminal"))).json())
    .items as { id: string; model: string; site_id: string }[];
  const [master, ...spares] = terminals.slice(0, 3);
  for (const { id, site_id } of spares) {
    await desk.send("post", `/register/${id}/moves`, {
      on: "2026-11-02",
      site_id,
      place: "予備機棚",
      use: "spare",
      cause: "change_of_use",
    });
  }
  const edition = { family: "window", model: master?.model, planned_on: "2026-11-04" };
  await desk.send("post", "/recovery/editions", {
    ...edition,
    planned_on: "2026-04-01",
    number: "第1版",
    origin: "first",
  });
  await desk.send(
    "put",
    "/recovery/master",
    { family: "window", model: master?.model, device_id: master?.id },
    1,
  );
  const medium = await desk.send("post", "/media", {
    label: "REC-01",
    kind: "usb",
    name: "窓口端末の復旧",
    purpose: "リカバリ",
    keeper: "架空 一郎",
    storage_place: "施錠棚A",
    recovery: true,
  });
  const { id } = await (
    await desk.send("post", "/recovery/editions", {
      ...edition,
      number: "第2版",
      origin: "update",
      changes: "OSのセキュリティ更新を入れた。",
      instruction: "11月2日 見本 太郎 口頭",
    })
  ).json();
  const one = `/recovery/editions/${id}`;
  const person = "試作 次郎";
  await desk.send("post", `${one}/steps`, { act: "begun", on: "2026-11-04", person }, 1);
  await desk.send("post", `${one}/media`, { medium_id: (await medium.json()).id, person });
  await desk.send("put", `${one}/papers/restore_guide`, { unchanged: "手順は変わらない。" }, 2);
  await desk.send("put", `${one}/papers/setup_guide`, { unchanged: "手順は変わらない。" }, 3);
  await page.goto(desk.at(`/recovery/${id}`));
  await expect(page.getByRole("table", { name: "成果物" })).toBeVisible();
};

/** A failed panel on its way back, told where a spare took its place. */
const failure = async (page: Page, desk: Desk): Promise<void> => {
  const panels = (await (await page.request.get(desk.api("/register?limit=200&class=touch_panel"))).json())
    .items as { id: string; site_id: string }[];
  const [failed, spare] = panels;
  await desk.send("post", `/register/${spare?.id}/moves`, {
    on: "2026-11-02",
    site_id: spare?.site_id,
    place: "予備機棚",
    use: "spare",
    cause: "change_of_use",
  });
  await desk.send("post", "/repairs", {
    device_id: failed?.id,
    failed_on: "2026-11-04",
    symptom: "触っても反応しない。",
    spare_id: spare?.id,
    warranty_until: "2026-03-31",
  });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
};

/** A stock-take in which some devices were found and one was not. */
const counting = async (page: Page, desk: Desk): Promise<void> => {
  const { id } = await (
    await desk.send("post", "/stocktakes", { title: "秋の棚卸", on: "2026-11-02" })
  ).json();
  const units = (await (await page.request.get(desk.api("/register?limit=200&on=2026-11-02"))).json())
    .items as { number: string; site_id: string }[];
  const at = units.at(-1)?.site_id;
  const codes = [...units.filter(({ site_id }) => site_id === at).map(({ number }) => number), "X-0001"];
  await desk.send("post", `/stocktakes/${id}/findings`, {
    site_id: at,
    codes: codes.slice(1),
    place: "",
    note: "",
  });
  await page.goto(desk.at(`/register/stocktakes/${id}?site=${at}`));
  await expect(page.getByRole("table", { name: "機器ごとの結果" })).toBeVisible();
};

/** A controlled room with somebody inside and somebody who left, and a drill. Made once for its three pictures. */
const attended = async (page: Page, desk: Desk): Promise<void> => {
  const { items } = await (await page.request.get(desk.api("/controlled-rooms"))).json();
  if (items.length === 0) {
    const sites = (await (await page.request.get(desk.api("/site-register"))).json()).items;
    const people = (await (await page.request.get(desk.api("/roster"))).json()).items;
    const room = await (
      await desk.send("post", "/controlled-rooms", {
        site_id: sites[0].id,
        name: "サーバ室",
        floor: "3階",
        procedure: "守衛室で鍵を借り、入退室簿に記入する。",
      })
    ).json();
    const stay = { room_id: room.id, attendant: "見本 市子" };
    const day = new Date(Date.now() - 15 * 3_600_000).toISOString().slice(0, 10);
    const past = { in_at: `${day}T10:00`, out_at: `${day}T11:30` };
    await desk.send("post", "/entry-records", {
      ...stay,
      ...past,
      worker_id: people[0].id,
      purpose: "端末の交換の下見",
    });
    await desk.send("post", "/entry-records", {
      ...stay,
      name: "見本 花子",
      affiliation: "架空電機",
      purpose: "無停電電源装置の点検",
    });
    await desk.send("post", "/drills", {
      site_id: sites[0].id,
      on: day,
      kind: "evacuation",
      asked: "館内放送に従って避難する",
      result: "全員が10分で避難を終えた",
      attendees: [
        { worker_id: people[0].id, attended: true, reason: "" },
        { worker_id: people[1].id, attended: false, reason: "作業のため" },
      ],
    });
    await page.reload();
  }
  await expect(page.getByRole("table").first()).toBeVisible();
};

/** A site with a floor, a plan and a device at a seat. */
const furnished =
  (part: string) =>
  async (page: Page, desk: Desk): Promise<void> => {
    const units = (await (await page.request.get(desk.api("/register?limit=2&use=in_service"))).json())
      .items as { id: string; site_id: string }[];
    const [unit] = units;
    if (!unit) throw new Error("the worked example has devices");
    const layout = `/sites/${unit.site_id}/layout`;
    const known = await (await page.request.get(desk.api(layout))).json();
    if (known.floors.length === 0) {
      const seats = [
        { name: "窓口1", section: "戸籍", x: 120, y: 770 },
        { name: "窓口2", section: "住民記録", x: 420, y: 770 },
        { name: "相談", section: "", x: 850, y: 240 },
      ];
      await desk.send("put", layout, { floors: [{ name: "2階", seats }] }, known.version);
      await desk.send("post", `/sites/${unit.site_id}/contacts`, {
        name: "庶務係",
        section: "戸籍住民課",
        phone: "011-000-0000 内線 1234",
        note: "",
        from: "2026-04-01",
        to: null,
      });
      await page.goto(desk.at(layout));
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "2階.png", mimeType: "image/png", buffer: await floorPlan(page) });
      await expect(page.locator(".plan img")).toBeVisible();
      await desk.send("post", `/register/${unit.id}/moves`, {
        on: "2026-11-02",
        site_id: unit.site_id,
        place: "2階 窓口1",
        use: "in_service",
        cause: "relocation",
      });
    }
    await page.goto(desk.at(`/sites/${unit.site_id}${part}`));
    await expect(page.locator(".plan img")).toBeVisible();
  };

/** A terminal that was moved and has an address, its panel and what is known of it. */
const described = async (page: Page, desk: Desk): Promise<void> => {
  const units = (await (await page.request.get(desk.api("/register?class=terminal&use=in_service"))).json())
    .items as { id: string; site_id: string }[];
  const unit = units.at(-1);
  const one = `/register/${unit?.id}`;
  const { version } = await (await page.request.get(desk.api(`${one}/facts`))).json();
  const facts = { serial: "R4M0123456", bought_on: "2023-03-10", warranty_ends_on: "2028-03-31" };
  await desk.send(
    "put",
    `${one}/facts`,
    { ...facts, wire: true, spare_key: true, remarks: "窓口側" },
    version,
  );
  await desk.send("post", `${one}/addresses`, { on: "2026-10-01", address: "10.1.20.5" });
  const from = "2026-04-01";
  await desk.send("post", `${one}/parts`, { kind: "touch_panel", model: "TP-17", serial: "TP-0007", from });
  await desk.send("post", `${one}/parts`, { kind: "card_reader", model: "RC-S300/S1", serial: "", from });
  await desk.send("post", `${one}/moves`, {
    on: "2026-11-04",
    site_id: unit?.site_id,
    place: "1階 2番窓口",
    use: "in_service",
    cause: "relocation",
    note: "窓口の入替え",
  });
  await page.goto(desk.at(one));
  await expect(page.getByText("10.1.20.5").first()).toBeVisible();
};

/** A ledger whose first edition was handed in and whose next one waits. */
const handedIn = async (page: Page, desk: Desk): Promise<void> => {
  const { items } = await (await page.request.get(desk.api("/register?use=in_service"))).json();
  const [unit] = items as { id: string; site_id: string }[];
  const move = (on: string, place: string) =>
    desk.send("post", `/register/${unit?.id}/moves`, {
      on,
      site_id: unit?.site_id,
      place,
      use: "in_service",
      cause: "relocation",
    });
  await move("2026-11-10", "2階 相談室");
  const editions = (await (await page.request.get(desk.api("/register/editions"))).json()).items;
  const [made] = editions as { id: string; version: number }[];
  const { server_time } = await (await page.request.get("/api/v1/session")).json();
  const on = new Date(Date.parse(server_time) + 9 * 3_600_000).toISOString().slice(0, 10);
  await desk.send("post", `/register/editions/${made?.id}/submission`, { on }, made?.version);
  await move("2026-11-16", "2階 1番窓口");
  await page.reload();
  await expect(page.getByRole("table", { name: "版" })).toContainText("2");
};

const pictures: readonly Picture[] = [
  { file: "register", role: "worker", path: "/register" },
  { file: "unit", role: "worker", path: "/register", before: described, height: 2300 },
  { file: "editions", role: "responsible", path: "/register/editions", before: handedIn },
  { file: "repairs", role: "worker", path: "/repairs", before: failure, height: 900 },
  { file: "spares", role: "worker", path: "/repairs/stock" },
  {
    file: "installations",
    role: "responsible",
    path: "/installations",
    before: open("作業を予定する"),
    height: 1000,
  },
  { file: "renewals", role: "city_section", path: "/today", before: renewals, height: 1000 },
  { file: "movements", role: "worker", path: "/register/movements", before: moving, height: 800 },
  { file: "unit-import", role: "worker", path: "/register/import" },
  { file: "stocktake", role: "worker", path: "/register/stocktakes", before: counting, height: 1000 },
  { file: "recovery-edition", role: "worker", path: "/recovery", before: update, height: 1300 },
  { file: "recovery", role: "worker", path: "/recovery", height: 800 },
  { file: "controlled-rooms", role: "worker", path: "/premises/rooms", before: attended },
  { file: "entry-records", role: "worker", path: "/premises", before: attended, height: 900 },
  { file: "drills", role: "worker", path: "/premises/drills", before: attended },
  { file: "sites", role: "worker", path: "/sites", height: 1000 },
  { file: "site", role: "worker", path: "/sites", before: furnished(""), height: 2200 },
  { file: "site-layout", role: "worker", path: "/sites", before: furnished("/layout"), height: 1300 },
  { file: "labels", role: "worker", path: "/register/labels", height: 1300 },
  { file: "page-survey", role: "worker", path: "/register/page-surveys", before: survey, height: 1100 },
  { file: "matrix", role: "city_section", path: "/today", before: matrix, height: 1650 },
];

takeAll(pictures);
