import { expectAccessibleInBothLanguages } from "./accessible";
import { type Desk, expect, test, toast, unique } from "./house";

async function apply(desk: Desk, title: string, more: object = {}): Promise<{ id: string; number: string }> {
  const answer = await desk.send("post", "/approvals", {
    kind: "prohibited_act",
    title,
    reason: "障害の原因を切り分けるため。",
    acts: ["move_terminal"],
    ...more,
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).approval;
}

test("委託先が例外の許可を申請し、市が条件を付けて承認する", async ({ as }) => {
  test.slow();
  const title = unique("端末の移設");
  const contractor = await as("responsible");

  await test.step("足りないものを示し、申請する", async () => {
    const { page, at } = contractor;
    await page.goto(at("/approvals"));
    await page.getByRole("link", { name: "申請する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "承認・許可を申請する" })).toBeVisible();
    await page.getByRole("button", { name: "申請する" }).click();
    await expect(page.getByText("入力内容を確かめてください（3件）")).toBeVisible();
    await expectAccessibleInBothLanguages(page);
    await page.getByLabel(/^種類/).selectOption({ label: "禁止行為の例外許可" });
    await page.getByLabel(/^件名/).fill(title);
    await page.getByLabel(/^理由・内容/).fill("障害の原因を切り分けるため。");
    await page.getByLabel("端末の移設").check();
    await page.getByRole("button", { name: "申請する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(title) })).toBeVisible();
    await expect(page.getByText("自分の申請は判断できません")).toBeVisible();
    await expect(page.getByRole("button", { name: "承認する" })).toHaveCount(0);
  });

  await test.step("市の今日とメニューに現れる", async () => {
    const { page, at } = await as("city_section");
    await page.goto(at("/today"));
    await expect(page.getByRole("table", { name: "承認待ち" })).toContainText(title);
    await page.getByRole("navigation", { name: "メニュー" }).getByRole("link", { name: /^承認/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "承認" })).toBeVisible();
    await expectAccessibleInBothLanguages(page);
    await page.getByRole("link", { name: new RegExp(title) }).click();
    await expectAccessibleInBothLanguages(page);
    await page.getByRole("button", { name: "差し戻す" }).click();
    await expect(page.getByText("差し戻す理由を入力してください。").first()).toBeVisible();
    await page.getByLabel(/^条件/).fill("市の立会いのもとで行うこと");
    await page.getByRole("button", { name: "承認する" }).click();
    await expect(toast(page, /を判断しました$/)).toBeVisible();
    await expect(page.getByRole("button", { name: "承認する" })).toHaveCount(0);
  });

  await test.step("委託先に条件とともに届く", async () => {
    const { page } = contractor;
    await page.reload();
    await expect(page.getByText(/^○?有効$/)).toBeVisible();
    await expect(page.getByText("市の立会いのもとで行うこと").first()).toBeVisible();
  });
});

test("ほかの人が先に判断したら、知らせて最新の内容を見せる", async ({ as, complaints }) => {
  const { id } = await apply(await as("responsible"), unique("先に判断される申請"));
  const city = await as("city_section");
  const { page, at } = city;
  await page.goto(at(`/approvals/${id}`));
  await page.getByLabel(/^意見/).fill("よく確かめました。");
  // The other decision arrives while this one is on its way: the page has not followed it yet.
  await page.route(`**/approvals/${id}/decide`, async (route) => {
    await city.send("post", `/approvals/${id}/decide`, { verdict: "grant" }, 1);
    await route.continue();
  });
  await page.getByRole("button", { name: "承認する" }).click();
  await expect(toast(page, "ほかの人が先に操作しました。画面を最新の内容にしました。")).toBeVisible();
  await expect(page.getByText(/^○?有効$/)).toBeVisible();
  // The browser reports the refusal that this test provoked.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 412")]);
});

test("許可台帳で絞り込み、Excelに出力する", async ({ as }) => {
  const title = unique("台帳に残る許可");
  const { number } = await apply(await as("responsible"), title);
  const { page, at } = await as("auditor");
  await page.goto(at("/approvals/register"));
  await page.getByRole("searchbox", { name: /^検索/ }).fill(title);
  await expect(page.getByText("1件を表示")).toBeVisible();
  const grid = page.getByRole("grid", { name: "許可台帳" });
  await expect(grid.getByRole("link", { name: number })).toBeVisible();
  await expect(grid).toContainText("判断待ち");
  await expectAccessibleInBothLanguages(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Excelに出力" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^許可台帳_.*\.xlsx$/);
});

test("承認者と代理を登録すると、名前のある人だけが判断できる", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/approvals/deputies"));
  await expect(page.getByRole("heading", { level: 1, name: "承認者と代理" })).toBeVisible();
  await expectAccessibleInBothLanguages(page);
  await page.getByRole("button", { name: "代理を登録" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^承認者/).selectOption({ label: "見本 太郎" });
  await dialog.getByLabel(/^代理/).selectOption({ label: "見本 太郎" });
  await dialog.getByRole("button", { name: "代理を登録" }).click();
  await expect(dialog.getByText("自分自身を代理にはできません。").first()).toBeVisible();
  await dialog.getByLabel(/^代理/).selectOption({ label: "窓口 さくら" });
  await dialog.getByRole("button", { name: "代理を登録" }).click();
  await expect(toast(page, "代理を登録しました")).toBeVisible();
  const deputies = page.getByRole("table", { name: "代理" });
  await expect(deputies).toContainText("窓口 さくら");
  await deputies.getByRole("button", { name: /^解除.*窓口 さくら/ }).click();
  await expect(page.getByRole("main")).not.toContainText("窓口 さくら");
});
