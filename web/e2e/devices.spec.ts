import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("機器の所在は、どの日についても分かる", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const first = async (query: string) =>
    (await (await page.request.get(desk.api(`/register?limit=200&${query}`))).json()).items as {
      id: string;
      number: string;
      site: string;
      class: string;
    }[];
  const [unit, other] = (await first("use=in_service")).filter(
    (each, _, all) => each.class === all[0]?.class,
  );
  if (!unit || !other) throw new Error("the worked example has two devices of one class");

  await test.step("台帳を基準日で見る", async () => {
    await page.goto(desk.at(`/register?q=${unit.number}`));
    await expect(page.getByRole("heading", { level: 1, name: "機器台帳" })).toBeVisible();
    await expect(page.getByRole("gridcell", { name: unit.number })).toBeVisible();
    await expectAccessible(page);
    await page.goto(desk.at(`/register?q=${unit.number}&on=2000-01-01`));
    await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
  });

  await test.step("予備機にする", async () => {
    await page.goto(desk.at(`/register/${other.id}`));
    await page.getByRole("button", { name: "異動を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("使い方").selectOption("spare");
    await dialog.getByLabel("異動の理由").selectOption("change_of_use");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "異動を記録しました。")).toBeVisible();
    await expect(page.getByRole("table", { name: "異動の記録" })).toContainText("用途の変更");
  });

  await test.step("同じ場所への異動は断る", async () => {
    await page.getByRole("button", { name: "異動を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByText("この日には既にその場所にあります。")).toBeVisible();
    await dialog.getByRole("button", { name: "やめる" }).click();
    // The browser reports the refusal that this step provoked.
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
  });

  await test.step("故障した機器を予備機と交換する", async () => {
    await page.goto(desk.at(`/register/${unit.id}`));
    await page.getByRole("button", { name: "予備機と交換する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByRole("alert")).toContainText("代わりに置いた予備機を入力してください。");
    await dialog.getByLabel("代わりに置いた予備機").selectOption(other.id);
    await dialog.getByLabel("事情・備考").fill("電源が入らない。");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "交換を記録しました。両方の機器の所在が変わりました。")).toBeVisible();
    await expect(page.getByRole("table", { name: "所在の経過" })).toContainText("修理中");
    await expectAccessible(page);
    await page.goto(desk.at(`/register/${other.id}`));
    await expect(page.getByRole("table", { name: "所在の経過" })).toContainText(unit.site);
  });

  await test.step("一覧を版にして提出済みにする", async () => {
    await page.goto(desk.at("/register"));
    const file = await page.request.get(desk.api("/register/export"));
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
    await page.getByRole("link", { name: "所在等管理一覧の版" }).click();
    await page
      .getByRole("button", { name: /^版を作る/ })
      .first()
      .click();
    await expect(toast(page, "版を作りました。")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "提出済みにする" }).first().click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("年")).not.toHaveValue("");
    await dialog.getByRole("button", { name: "提出済みにする" }).click();
    await expect(toast(page, "提出済みにしました。")).toBeVisible();
    await expect(page.getByRole("table", { name: "版", exact: true })).toContainText("○");
  });

  await test.step("市は台数を契約と照らし合わせる", async () => {
    const city = await as("city_section");
    await city.page.goto(city.at("/register/matrix"));
    await expect(city.page.getByRole("table", { name: "拠点・機種別の台数" })).toBeVisible();
    await expectAccessible(city.page);
  });
});

test("主管課には機器台帳がなく、拠点は自分の機器だけを見る", async ({ as }) => {
  const division = await as("city_division");
  expect((await division.page.request.get(division.api("/register"))).status()).toBe(404);
  const site = await as("site_contact");
  const { items } = await (await site.page.request.get(site.api("/register?limit=200"))).json();
  expect(new Set(items.map(({ site }: { site: string }) => site)).size).toBe(1);
  await site.page.goto(site.at("/register"));
  await expect(site.page.getByRole("heading", { level: 1, name: "機器台帳" })).toBeVisible();
  await expect(site.page.getByRole("link", { name: "拠点・機種別の台数" })).toHaveCount(0);
  expect((await site.page.request.get(site.api("/register/matrix"))).status()).toBe(404);
});
