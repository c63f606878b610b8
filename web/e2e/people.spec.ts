import { expectAccessible, expectAccessibleInBothLanguages } from "./accessible";
import { type Desk, dateBoxes, expect, test, toast, unique, write } from "./house";

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const todayInJapan = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

const entry = (name: string) => ({
  entry: {
    name,
    company: "架空システム株式会社",
    work: "端末の設定",
    assets: "端末の設定情報",
    contact: "090-0000-7777",
  },
});

async function announceEntry(
  desk: Desk,
  name: string,
): Promise<{ worker_id: string; takes_effect_on: string }> {
  const answer = await desk.send("post", "/roster", entry(name));
  expect(answer.status()).toBe(201);
  return answer.json();
}

test("登録を届け出ると、市の名簿に届出として載り、その日から割り当てられる", async ({ as }) => {
  test.slow(); // both sides, with axe
  const contractor = await as("responsible");
  const { page, at } = contractor;
  const name = unique("新人");

  await test.step("最も早い日とその数え方が出て、間に合わない日は断られる", async () => {
    await page.goto(at("/people"));
    await page.getByRole("button", { name: "登録を届け出る" }).click();
    const dialog = page.getByRole("dialog", { name: "従事者の登録を届け出る" });
    await dialog.getByRole("button", { name: "届け出る" }).click();
    await expect(dialog.getByText("入力内容を確かめてください（4件）")).toBeVisible();
    await dialog.getByLabel("氏名").fill(name);
    await dialog.getByLabel("所属").fill("架空システム株式会社");
    await dialog.getByLabel("作業内容").fill("端末の設定");
    await dialog.getByLabel("取り扱う情報資産").fill("端末の設定情報");
    await dialog.getByLabel("連絡先").fill("090-0000-7777");
    await expect(dialog.getByText(/最も早い日：令和/)).toBeVisible();
    const day = dateBoxes(dialog, "従事を始める日");
    const [year = "", month = "", date = ""] = dayAfter(todayInJapan(), -1).split("-");
    for (const [part, text] of [
      ["年", year],
      ["月", month],
      ["日", date],
    ] as const)
      await day.group.getByLabel(part, { exact: true }).fill(String(Number(text)));
    await expect(dialog.getByText(/届出が間に合いません。最も早い日は令和/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: /^(最も早い日にする|Take the earliest day)$/ }).click();
    await dialog.getByRole("button", { name: /^(届け出る|Announce)$/ }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("市の名簿には届出中として載り、連絡先が見える", async () => {
    const city = await as("city_section");
    await city.page.goto(city.at("/people"));
    const announced = city.page.getByRole("region", { name: "届出中" });
    await expect(announced.getByRole("row").filter({ hasText: name })).toContainText("市の確認待ち");
    const row = city.page.getByRole("region", { name: "従事者" }).getByRole("row").filter({ hasText: name });
    await expect(row).toContainText("090-0000-7777");
    await expect(city.page.getByRole("button", { name: "登録を届け出る" })).toHaveCount(0);
    const auditor = await as("auditor");
    await auditor.page.goto(auditor.at("/people"));
    await expect(auditor.page.getByRole("link", { name })).not.toHaveCount(0);
    await expect(auditor.page.getByText("090-0000-7777")).toHaveCount(0);
  });
});

test("登録が明日からの人は今日の作業に割り当てられず、明日からなら割り当てられる", async ({
  as,
  complaints,
}) => {
  const city = await as("city_section");
  const request = await write(city, { title: unique("端末の移設") });
  const contractor = await as("responsible");
  const name = unique("明日");
  const told = await announceEntry(contractor, name);
  const today = todayInJapan();
  const { page, at } = contractor;
  await page.goto(at(`/requests/${request.id}/people`));
  await expect(page.getByText("まだだれも割り当てられていません。")).toBeVisible();
  await page.getByRole("button", { name: "従事者を割り当てる" }).click();
  const dialog = page.getByRole("dialog", { name: "従事者を割り当てる" });
  await dialog.getByLabel("担当する作業").fill("現地作業");

  const choose = async (day: string) => {
    const [year = "", month = "", date = ""] = day.split("-");
    const { group } = dateBoxes(dialog, "初日");
    for (const [part, text] of [
      ["年", year],
      ["月", month],
      ["日", date],
    ] as const)
      await group.getByLabel(part, { exact: true }).fill(String(Number(text)));
    const option = dialog.getByLabel("従事者", { exact: false }).locator("option").filter({ hasText: name });
    await expect(option).toHaveCount(1);
    await dialog.getByLabel("従事者", { exact: false }).selectOption(told.worker_id);
  };
  if (told.takes_effect_on > today) {
    await choose(today);
    await dialog.getByRole("button", { name: "割り当てる" }).click();
    await expect(
      dialog.getByText(/にはまだ割り当てられません。割り当てられるのは令和/).first(),
    ).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
  }
  await choose(told.takes_effect_on);
  await dialog.getByRole("button", { name: "割り当てる" }).click();
  await expect(toast(page, `${name}さんを割り当てました`)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("従事できます");
  await expectAccessibleInBothLanguages(page);
});

test("作業体制図は名簿から描かれ、文字で読め、Wordで出る", async ({ as }) => {
  const { page, at } = await as("responsible");
  await page.goto(at("/people/chart"));
  const chart = page.getByRole("img", { name: /作業体制図/ });
  await expect(chart.getByText("架空 一郎")).toBeVisible();
  await expect(chart.getByText("絵空事サービス有限会社（再委託先）")).toBeVisible();
  await expect(page.getByRole("region", { name: "体制の一覧" }).getByRole("row")).not.toHaveCount(1);
  await expectAccessibleInBothLanguages(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^(Wordに出力|Export to Word)$/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^作業体制図_\d{4}-\d\d-\d\d\.docx$/);
});

test("契約が求める通知書は名簿からWordで出る", async ({ as }) => {
  const { page, at } = await as("responsible");
  await page.goto(at("/people"));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "業務責任者指定通知書（Word）" }).click();
  expect((await download).suggestedFilename()).toMatch(/^業務責任者指定通知書_\d{4}-\d\d-\d\d\.docx$/);
  await page.getByRole("heading", { name: "通知書" }).scrollIntoViewIfNeeded();
  await expectAccessibleInBothLanguages(page);
});

test("名簿はExcelで出て、直した表は確かめてから届け出る", async ({ as }, testInfo) => {
  const { page, at } = await as("responsible");
  await page.goto(at("/people"));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excelに出力" }).click();
  const file = testInfo.outputPath("roster.xlsx");
  await (await download).saveAs(file);
  await page.getByRole("link", { name: "取込" }).click();
  await page.getByLabel("名簿のファイル").setInputFiles(file);
  await expect(page.getByRole("heading", { name: /^roster\.xlsx の内容/ })).toBeVisible();
  await expect(page.getByText(/登録0件、変更0件を届け出ます。/)).toBeVisible();
  await expectAccessibleInBothLanguages(page);
});

test("従事者のページに届出、教育、誓約書がそろう", async ({ as }) => {
  const { page, at } = await as("security_officer");
  await page.goto(at("/people"));
  await page.getByRole("region", { name: "従事者" }).getByRole("link", { name: "仮名 四葉" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "仮名 四葉" })).toBeVisible();
  await page.getByRole("button", { name: "教育を記録する" }).click();
  const dialog = page.getByRole("dialog", { name: "教育を記録する" });
  const subject = unique("研修");
  await dialog.getByLabel("教育の内容").fill(subject);
  await dialog.getByRole("button", { name: "登録する" }).click();
  await expect(toast(page, "教育を記録しました")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: subject })).toContainText("修了");
  await expectAccessibleInBothLanguages(page);
});

test("過ぎた日の名簿を開くと、欠けている役割が出る", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/people?as_of=2000-04-01"));
  await expect(page.getByText(/の時点で、次の役割がいません：業務責任者/)).toBeVisible();
  await expectAccessibleInBothLanguages(page);
});
