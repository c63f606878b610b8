import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "../house";
import { type Picture, takeAll } from "./picture";

test.describe.configure({ mode: "serial" });

const day = 86_400_000;

interface Unit {
  id: string;
  number: string;
}

/** A year of faults: one terminal fails again and again, others once. Made once. */
async function faults(page: Page, desk: Desk): Promise<Unit> {
  const units: Unit[] = (
    await (await page.request.get(desk.api("/register?class=terminal&use=in_service&limit=60"))).json()
  ).items;
  const [often] = units;
  if (!often) throw new Error("the worked example has no terminals");
  const { items } = await (
    await page.request.get(desk.api(`/incidents?state=all&device=${often.id}`))
  ).json();
  if (items.length >= 4) return often;
  const { on, from } = await (await page.request.get(desk.api("/incident-trends?months=6"))).json();
  const last = Date.parse(`${on}T01:00:00Z`);
  const span = (last - Date.parse(`${from}T01:00:00Z`)) / day;
  const struck = [often, often, often, often, ...units.slice(5).filter((_, at) => at % 9 === 0)];
  for (const [place, unit] of struck.entries())
    await mended(desk, unit, last - Math.round(1 + (((place * 37) % 100) / 100) * (span - 2)) * day);
  return often;
}

async function mended(desk: Desk, unit: Unit, at: number): Promise<void> {
  const moment = (minutes: number) => `${new Date(at + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const person = { person: "架空 一郎", city_person: "窓口 さくら" };
  const made = await desk.send("post", "/incidents", {
    intake: {
      phenomenon: "画面が固まる",
      place: "2番窓口",
      device_id: unit.id,
      contact_person: "窓口 さくら",
    },
    handed_over: true,
    at: moment(0),
    ...person,
  });
  const { id } = await made.json();
  await desk.send(
    "post",
    `/incidents/${id}/entries`,
    { act: "contacted", at: moment(20), text: "再現した。", ...person },
    1,
  );
  await desk.send(
    "post",
    `/incidents/${id}/entries`,
    { act: "restored", at: moment(90), text: "部品を交換した。", ...person },
    2,
  );
}

const trend = async (page: Page, desk: Desk): Promise<void> => {
  await faults(page, desk);
  await page.goto(desk.at("/incidents/trend"));
  await expect(page.getByRole("heading", { name: "繰り返す機器" })).toBeVisible();
};

const again = async (page: Page, desk: Desk): Promise<void> => {
  await trend(page, desk);
  await page.getByRole("heading", { name: "繰り返す機器" }).evaluate((title) => title.scrollIntoView());
};

/** The proposal that the trend drafts, agreed and begun. */
const improvement = async (page: Page, desk: Desk): Promise<void> => {
  const unit = await faults(page, desk);
  await page.goto(desk.at(`/incidents/improvements/new?ground=unit&of=${unit.id}&months=12`));
  await page.getByRole("button", { name: "提案する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^改善提案 第/ })).toBeVisible();
};

const pictures: readonly Picture[] = [
  { file: "incident-trend", role: "responsible", path: "/incidents", before: trend, height: 1000 },
  { file: "incident-trend-units", role: "responsible", path: "/incidents", before: again, height: 900 },
  { file: "improvement", role: "responsible", path: "/incidents", before: improvement, height: 900 },
];

takeAll(pictures);
