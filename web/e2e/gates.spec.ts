import { expectAccessible, expectAccessibleInBothLanguages } from "./accessible";
import { begin, type Desk, dateBoxes, expect, openGates, test, toast, write } from "./house";

/** A request of the test's own that the contractor has taken on. */
async function accepted(
  city: Desk,
  responsible: Desk,
  title: string,
): Promise<{ id: string; number: string }> {
  const request = await write(city, { title });
  const answer = await responsible.send(
    "post",
    `/work-requests/${request.id}/accept`,
    { planned_hours: 2 },
    1,
  );
  expect(answer.status()).toBe(200);
  return request;
}

const gate = ({ page }: Desk, kind: string) => page.locator(`#gates [data-gate=${kind}]`);
const schedule = ({ page }: Desk) => page.locator("#schedule");

/** The next day on which the office works, as the calendar of the contract says. */
async function openDay({ page, api }: Desk): Promise<string> {
  const today = new Date(Date.now() + 9 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
  const until = new Date(Date.now() + 9 * 3_600_000 + 20 * 86_400_000).toISOString().slice(0, 10);
  const answer = await page.request.get(api(`/calendar/days?from=${today}&to=${until}`));
  const { items } = await answer.json();
  return items.find(({ open }: { open: boolean }) => open).day;
}

async function fillDay({ page }: Desk, label: string, day: string): Promise<void> {
  const [year, month, date] = day.split("-").map(Number);
  const { group } = dateBoxes(page.getByRole("dialog"), label);
  for (const [part, value] of [
    ["年", year],
    ["月", month],
    ["日", date],
  ] as const)
    await group.getByLabel(part, { exact: true }).fill(String(value));
}

test("日程は委託先が提案し、市が別の日時を返し、合意すると着手条件が開く", async ({ as }) => {
  test.slow(); // looks with axe again and again
  const city = await as("city_section");
  const responsible = await as("responsible");
  const { id, number } = await accepted(city, responsible, "日程の調整");
  const day = await openDay(city);
  const at = responsible.at(`/requests/${id}`);

  await test.step("委託先が足りないものを見て、日時を提案する", async () => {
    const { page } = responsible;
    await page.goto(at);
    await expect(gate(responsible, "schedule")).toContainText("合意した作業日程がありません。");
    await expect(gate(responsible, "schedule")).toContainText("業務責任者");
    await expectAccessibleInBothLanguages(page);
    await schedule(responsible).getByRole("button", { name: "日時を提案する" }).click();
    const dialog = page.getByRole("dialog", { name: `${number} の作業日時を提案する` });
    await dialog.getByRole("button", { name: "日時を提案する" }).click();
    await expect(dialog.getByText("時刻を入力してください（例 9:00）。").first()).toBeVisible();
    await fillDay(responsible, "作業日", day);
    await dialog.getByLabel(/^開始/).fill("9:00");
    await dialog.getByLabel(/^終了/).fill("１２：００");
    await dialog.getByLabel(/^作業者/).fill("試作 次郎");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "日時を提案する" }).click();
    await expect(toast(page, "日時を提案しました。")).toBeVisible();
    await expect(gate(responsible, "schedule")).toContainText("への回答がまだです。");
    await expect(schedule(responsible).getByRole("button", { name: "合意する" })).toHaveCount(0);
  });

  await test.step("市は理由なしに断れず、別の日時を提案する", async () => {
    const { page } = city;
    await page.goto(at);
    await schedule(city).getByRole("button", { name: "断る" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "断る" }).click();
    await expect(page.getByRole("dialog").getByText("＊理由を入力してください。")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "やめる" }).click();
    await schedule(city).getByRole("button", { name: "別の日時を提案する" }).click();
    const dialog = page.getByRole("dialog", { name: `${number} の別の日時を提案する` });
    await expect(dialog.getByLabel(/^開始/)).toHaveValue("09:00");
    await dialog.getByLabel(/^開始/).fill("10:00");
    await dialog.getByRole("button", { name: "別の日時を提案する" }).click();
    await expect(toast(page, "日時を提案しました。")).toBeVisible();
  });

  await test.step("委託先が合意すると条件が開き、日程のページに並ぶ", async () => {
    const { page } = responsible;
    await page.reload();
    await schedule(responsible).getByRole("button", { name: "合意する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "合意する" }).click();
    await expect(toast(page, "日程に合意しました。")).toBeVisible();
    await expect(gate(responsible, "schedule")).toContainText("10:00～12:00で合意しています。");
    await page.goto(responsible.at(`/schedule?day=${day}`));
    await expect(page.getByRole("link", { name: new RegExp(`^${number}`) })).toBeVisible();
    await expectAccessibleInBothLanguages(page);
    await page.getByRole("button", { name: "週", exact: true }).click();
    await expect(page.getByRole("row").filter({ hasText: number })).toContainText("10:00～12:00");
    await expectAccessible(page);
  });
});

test("時間外の日程には許可が要り、日程から申請する", async ({ as }) => {
  const city = await as("city_section");
  const responsible = await as("responsible");
  const { id } = await accepted(city, responsible, "夜間の作業");
  const day = await openDay(city);
  const window = await responsible.send("post", `/work-requests/${id}/windows`, {
    from: `${day}T18:00:00+09:00`,
    until: `${day}T20:00:00+09:00`,
    overtime: "contractor_reason",
  });
  expect(window.status()).toBe(201);
  const { page } = responsible;
  await page.goto(responsible.at(`/requests/${id}`));
  await expect(schedule(responsible)).toContainText("時間外の作業が120分あります。");
  await schedule(responsible)
    .getByRole("button", { name: "「時間外の作業（受託者の事情）」を申請する" })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "申請する" }).click();
  await expect(toast(page, "申請しました。")).toBeVisible();
  await expect(schedule(responsible)).toContainText("申請中");
});

test("他業者との調整の有無を一度の操作で示す", async ({ as }) => {
  const city = await as("city_section");
  const responsible = await as("responsible");
  const { id } = await accepted(city, responsible, "調整の有無");
  const auditor = await as("auditor");
  for (const onlooker of [city, auditor]) {
    await onlooker.page.goto(onlooker.at(`/requests/${id}`));
    await expect(gate(onlooker, "vendor")).toContainText("業務責任者");
    await expect(gate(onlooker, "vendor").getByRole("button")).toHaveCount(0);
  }
  const { page } = responsible;
  await page.goto(responsible.at(`/requests/${id}`));
  await gate(responsible, "vendor").getByRole("button", { name: "他業者との調整を示す" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "他業者との調整を示す" }).click();
  await expect(toast(page, "他業者との調整を記録しました。")).toBeVisible();
  await expect(gate(responsible, "vendor")).toContainText("他業者との調整はありません。");
});

test("緊急で始めると、足りない書類が期限とともに残り、そろうまで市は確認できない", async ({ as }) => {
  test.slow(); // looks with axe again and again
  const city = await as("city_section");
  const responsible = await as("responsible");
  const worker = await as("worker");
  const { id, number } = await accepted(city, responsible, "緊急の復旧");
  const { page } = worker;
  await page.goto(worker.at(`/requests/${id}`));
  await page.locator("#gates").getByRole("button", { name: "緊急で始める" }).click();
  const dialog = page.getByRole("dialog", { name: `${number} を緊急で始める` });
  await dialog.getByRole("button", { name: "緊急で始める" }).click();
  await expect(dialog.getByText("＊入力してください。")).toBeVisible();
  await dialog.getByLabel("指示の内容").fill("窓口の端末をすぐに復旧すること");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "緊急で始める" }).click();
  await expect(toast(page, `${number} の緊急着手を記録しました。`)).toBeVisible();
  await expect(page.locator(".page-head").getByText("緊急着手")).toBeVisible();
  await expect(page.locator("[data-duty=instruction]")).toContainText("まだ");
  await expectAccessibleInBothLanguages(page);

  const result = {
    result: "復旧した。",
    procedure_followed: "復旧手順",
    performed_on: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10),
    performed_by: "試作 次郎",
    actual_hours: 1,
  };
  expect((await worker.send("post", `/work-requests/${id}/result`, result, 3)).status()).toBe(200);
  expect((await responsible.send("post", `/work-requests/${id}/sign`, {}, 4)).status()).toBe(200);
  const refused = await city.send("post", `/work-requests/${id}/sign`, {}, 5);
  expect([refused.status(), (await refused.json()).code]).toEqual([412, "gate/duties"]);
});

test("委託先は理由を付けて受け付けないことができ、市が直すと消える", async ({ as }) => {
  const city = await as("city_section");
  const responsible = await as("responsible");
  const { id, number } = await write(city, { title: "断る依頼" });
  const { page } = responsible;
  await page.goto(responsible.at(`/requests/${id}`));
  await page.getByRole("button", { name: "受け付けない" }).click();
  const dialog = page.getByRole("dialog", { name: `${number} を受け付けない` });
  await dialog.getByLabel("理由").fill("部品がありません。");
  await dialog.getByRole("button", { name: "受け付けない" }).click();
  await expect(toast(page, `${number} を受け付けないことを伝えました。`)).toBeVisible();
  await city.page.goto(city.at(`/requests/${id}`));
  await expect(city.page.getByText("部品がありません。").first()).toBeVisible();
  expect(
    (await city.send("patch", `/work-requests/${id}`, { body: "部品は市が用意します。" }, 2)).status(),
  ).toBe(200);
  await page.reload();
  await expect(page.getByText("委託先が受け付けていません", { exact: true })).toHaveCount(0);
});

test("今日の作業には合意した日程が出る", async ({ as }) => {
  const city = await as("city_section");
  const responsible = await as("responsible");
  const { id, number } = await accepted(city, responsible, "今日の作業");
  await openGates(city, responsible, id);
  expect(await begin(city, responsible, (await accepted(city, responsible, "もう一件")).id, 2)).toBe(3);
  const { page } = responsible;
  await page.goto(responsible.at("/today"));
  const block = page
    .locator("section.block")
    .filter({ has: page.getByRole("heading", { name: /^今日の作業/ }) });
  await expect(block.getByRole("link", { name: new RegExp(`^${number}`) })).toBeVisible();
});
