import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("機器は詳細・アドレス・付属機器を持ち、拠点ごとに更改される", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const contract = "sapporo-r7-juki-cs";
  const api = (path: string) => `/api/v1/contracts/${contract}${path}`;
  const at = (path: string) => `/contracts/${contract}${path}`;
  const renewals = async () =>
    (await (await page.request.get(api("/register/renewals"))).json()) as {
      sites: { site_id: string; site: string; left: number }[];
    };
  const { sites } = await renewals();
  const site = sites.find(({ left }) => left > 1 && left < 12);
  if (!site) throw new Error("the worked example has a site to renew");
  const unit = (
    await (
      await page.request.get(api(`/register?limit=1&use=in_service&class=terminal&site=${site.site_id}`))
    ).json()
  ).items[0] as { id: string; number: string };

  await test.step("詳細を変更する", async () => {
    await page.goto(at(`/register/${unit.id}`));
    await page.getByRole("button", { name: "詳細を変更する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("シリアル番号").fill("ＭＡ-００１");
    await dialog.getByLabel("予備鍵の借用").selectOption("yes");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(
      dialog.getByText("セキュリティワイヤーのある機器だけです", { exact: false }).first(),
    ).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringMatching(/status of 4\d\d/)]);
    await dialog.getByLabel("セキュリティワイヤー").selectOption("yes");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "機器の詳細を変更しました。")).toBeVisible();
    await expect(page.getByText("ＭＡ-００１", { exact: true })).toBeVisible();
  });

  await test.step("IPアドレスと付属機器を記録する", async () => {
    await page.getByRole("button", { name: "IPアドレスを変更する" }).click();
    await page.getByRole("dialog").getByLabel("IPアドレス").fill("１０．１．２０．５");
    await page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
    await expect(page.getByRole("table", { name: "IPアドレスの経過" })).toContainText("10.1.20.5");
    await page.getByRole("button", { name: "付属機器を加える" }).click();
    await page.getByRole("dialog").getByLabel("機種名").fill("RC-S300/S1");
    await page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
    await expect(page.getByRole("table", { name: "付属機器" })).toContainText("RC-S300/S1");
    await expect(page.getByRole("table", { name: "ソフトウェア" })).toContainText("Windows 10 Pro");
    await expectAccessible(page);
  });

  await test.step("拠点の予定を確かめてから入れる", async () => {
    await page.goto(at("/register/renewals"));
    await expect(page.getByRole("heading", { level: 1, name: "更改計画" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: new RegExp(`^予定を入れる .*${site.site}$`) }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("理由").fill("選挙事務のため");
    await dialog.getByRole("button", { name: "確認する" }).click();
    await expect(dialog.getByRole("heading", { name: `${site.left}台に記録します` })).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "この内容で記録する" }).click();
    await expect(toast(page, "予定を記録しました。")).toBeVisible();
  });

  await test.step("選んだ機器の更改を記録する", async () => {
    await page.getByRole("button", { name: new RegExp(`^更改を記録する .*${site.site}$`) }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("選んだ機器だけ").check();
    await dialog.getByLabel(new RegExp(`^${unit.number} `)).check();
    await dialog.getByRole("button", { name: "確認する" }).click();
    await expect(dialog.getByRole("table")).toContainText("ESPRIMO D6012/N");
    await dialog.getByRole("button", { name: "この内容で記録する" }).click();
    await expect(toast(page, "更改を記録しました。")).toBeVisible();
    await page.getByRole("link", { name: new RegExp(`^\\d+ ${site.site}$`) }).click();
    await expect(page.getByRole("table", { name: "予定の経過" })).toContainText("選挙事務のため");
    await expect(page.getByRole("table", { name: "対象の機器" })).toContainText("更改済み");
    await expectAccessible(page);
    await page.goto(at(`/register/${unit.id}`));
    await expect(page.getByRole("table", { name: "世代の経過" })).toContainText("ＭＡ-００１");
    await expect(page.getByRole("table", { name: "ソフトウェア" })).toContainText("Windows 11 Pro");
    await expectAccessible(page);
  });

  await test.step("アドレスの範囲は市が決める", async () => {
    await page.goto(at("/register/ranges"));
    await expect(page.getByRole("button", { name: /^変更/ })).toHaveCount(0);
    const city = await as("city_section");
    await city.page.goto(at("/register/ranges"));
    await city.page.getByRole("button", { name: `変更 ${site.site}` }).click();
    await city.page.getByRole("dialog").getByLabel("範囲").fill("10.9.0.0/24");
    await city.page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
    await expect(toast(city.page, "範囲を変更しました。")).toBeVisible();
    await expectAccessible(city.page);
    await city.page.goto(at(`/register/${unit.id}`));
    await expect(city.page.getByText("拠点の範囲の外")).toBeVisible();
  });
});
