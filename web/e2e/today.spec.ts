import { expect, test } from "./house";

test("動いている契約の今日には、期限が近い順に、超過もあと何日かも並ぶ", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/today"));
  await expect(page.getByText("契約期間は終わりました")).toHaveCount(0);
  const due = page.getByRole("table", { name: "期限" }).getByRole("row");
  // On a closed day the last open day counts already.
  await expect(due.nth(1)).toContainText(/超過 [45]開庁日/);
  await expect(due.nth(2)).toContainText(/超過 [12]開庁日/);
  await expect(due.nth(3)).toContainText("あと 3開庁日");
});

test("終わった契約の今日は、終わったことと残りの件数を述べる", async ({ as }) => {
  const { page } = await as("city_section");
  await page.goto("/contracts/sapporo-r7-juki-cs/today");
  await expect(page.getByRole("alert")).toContainText("契約期間は終わりました");
  await expect(page.getByRole("alert")).toContainText("履行期間は令和8年3月31日（火）まででした。");
  await expect(page.getByRole("alert")).toContainText(/完了していない依頼が \d+件残っています。/);
  await page.goto("/contracts/sapporo-r6-juki-cs/today");
  await expect(page.getByText("依頼はすべて完了しています。")).toBeVisible();
});

test("始まっていない契約の今日は、いつ始まるかを述べる", async ({ as }) => {
  const { page, at, api } = await as("city_section");
  await page.route(`**${api("")}`, async (route) => {
    const answer = await route.fetch();
    const json = { ...(await answer.json()), state: "upcoming", starts_on: "2031-04-01" };
    await route.fulfill({ response: answer, json });
  });
  await page.goto(at("/today"));
  await expect(page.getByText("契約期間はまだ始まっていません")).toBeVisible();
  await expect(page.getByText("履行期間は令和13年4月1日（火）から始まります。")).toBeVisible();
});
