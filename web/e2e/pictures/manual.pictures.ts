import type { Page } from "@playwright/test";
import { type Desk, expect, personOf, signIn, test } from "../house";
import { open, type Picture, sceneFor, take, takeAll } from "./picture";
import { secondVersion } from "./scene";

test.describe.configure({ mode: "serial" });

const showing =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page
      .locator(selector)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: "start" }));
  };

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

const scan = async (page: Page): Promise<void> => {
  const start = page.getByRole("button", { name: "ウイルスチェックをする" });
  test.skip((await start.count()) === 0, "clamd is not installed: apt-get install clamav-daemon");
  await start.click();
  const files = [file("更新手順.txt", "控えを取る"), file("設定一覧.txt", "端末1")];
  await page.getByLabel("媒体のファイル").setInputFiles(files);
  await expect(page.getByText("2件を検査し、異常はありませんでした。")).toBeVisible();
};

const importing = async (page: Page): Promise<void> => {
  await page.getByLabel("一覧のファイル").setInputFiles("../tests/fixtures/work_requests/specimen.xlsx");
  await expect(page.getByRole("heading", { name: "specimen.xlsx の内容" })).toBeVisible();
};

const requestIn =
  (status: string) =>
  async (page: Page, { api, at }: Desk) => {
    const answer = await page.request.get(api(`/work-requests?status=${status}&limit=1`));
    const [{ id }] = (await answer.json()).items;
    await page.goto(at(`/requests/${id}`));
  };

const pictures: readonly Picture[] = [
  { file: "today", role: "city_section", path: "/today" },
  { file: "requests", role: "city_section", path: "/requests" },
  { file: "import-preview", role: "city_section", path: "/requests/import", before: importing },
  { file: "request-contractor", role: "responsible", path: ({ working }) => `/requests/${working}` },
  { file: "request-city", role: "city_section", path: "/requests", before: requestIn("confirming") },
  { file: "questions", role: "city_section", path: "/questions" },
  { file: "question", role: "city_section", path: ({ question }) => `/questions/${question}`, height: 1000 },
  { file: "procedures", role: "responsible", path: "/procedures" },
  { file: "steps", role: "responsible", path: ({ working }) => `/requests/${working}/steps`, height: 900 },
  { file: "inbox", role: "city_section", path: "/approvals" },
  { file: "approval", role: "city_section", path: ({ waiting }) => `/approvals/${waiting}`, height: 900 },
  { file: "permission", role: "responsible", path: ({ granted }) => `/approvals/${granted}`, height: 900 },
  { file: "permissions", role: "auditor", path: "/approvals/register" },
  { file: "apply", role: "responsible", path: "/approvals/new?kind=prohibited_act", height: 1500 },
  { file: "deputies", role: "city_section", path: "/approvals/deputies", before: open("代理を登録") },
  { file: "people", role: "responsible", path: "/people", height: 1250 },
  { file: "person-announce", role: "responsible", path: "/people", before: open("登録を届け出る") },
  { file: "person", role: "responsible", path: ({ worker }) => `/people/${worker}`, height: 1200 },
  {
    file: "person-assign",
    role: "responsible",
    path: ({ working }) => `/requests/${working}/people`,
    before: open("従事者を割り当てる"),
  },
  { file: "people-chart", role: "responsible", path: "/people/chart" },
  { file: "media", role: "responsible", path: "/media" },
  { file: "medium", role: "responsible", path: ({ medium }) => `/media/${medium}`, height: 1000 },
  { file: "media-scan", role: "responsible", path: ({ medium }) => `/media/${medium}`, before: scan },
  { file: "loans", role: "city_section", path: "/loans" },
  { file: "loan", role: "city_section", path: ({ loan }) => `/loans/${loan}`, height: 900 },
  { file: "licences", role: "responsible", path: "/licences" },
  { file: "licence", role: "responsible", path: ({ licence }) => `/licences/${licence}`, height: 900 },
  {
    file: "security-incident",
    role: "responsible",
    path: ({ incident }) => `/security-incidents/${incident}`,
    height: 900,
  },
  { file: "activities", role: "responsible", path: "/activities" },
  { file: "gates", role: "responsible", path: ({ shut }) => `/requests/${shut}`, before: showing("#gates") },
  { file: "schedule", role: "city_section", path: "/schedule", height: 800 },
  { file: "notices", role: "city_section", path: "/notices" },
  { file: "notice-choices", role: "city_section", path: "/notices/choices", height: 1000 },
  { file: "search", role: "city_section", path: "/search?q=端末", height: 1000 },
  { file: "calendar", role: "city_section", path: "/calendar?month=2026-05" },
  {
    file: "due-date",
    role: "responsible",
    path: "/calendar/due?from=2026-04-28T16%3A30&rule=service_minutes&amount=120",
  },
  { file: "contract", role: "city_section", path: "/contract" },
  {
    file: "contract-quotas",
    role: "city_section",
    path: "/contract",
    before: showing(".quotas"),
  },
  { file: "audit", role: "auditor", path: "/audit" },
  { file: "admin-people", role: "administrator", path: "//admin/people" },
  { file: "admin-roles", role: "administrator", path: "//admin/roles" },
  { file: "admin-mail", role: "administrator", path: "//admin/mail" },
  { file: "admin-webhooks", role: "city_section", path: "//admin/webhooks" },
  { file: "account", role: "worker", path: "//account", height: 900 },
];

test("sign-in", async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/sign-in");
  await page.getByLabel("利用者ID").fill(personOf("city_section").login);
  await take(page, "sign-in");
  await signIn(page, "city_section");
});

takeAll(pictures);

// Last: the new version makes the approval of the first one void.
test("procedure", async ({ as }) => {
  const { procedure } = await sceneFor(as);
  await secondVersion(await as("responsible"), procedure);
  const { page, at } = await as("city_section");
  await page.setViewportSize({ width: 1366, height: 1500 });
  await page.goto(at(`/procedures/${procedure}`));
  await take(page, "procedure");
});
