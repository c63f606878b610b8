import { expectAccessible } from "./accessible";
import { expect, test, toast, unique } from "./house";

test("機器に触れない対応は、依頼とは別に記録して月でまとめる", async ({ as }) => {
  const desk = await as("worker");
  const { page } = desk;
  const title = unique("更新手順の照会");

  await test.step("対応を記録する", async () => {
    await page.goto(desk.at("/activities"));
    await page.getByRole("button", { name: "対応を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByRole("alert")).toContainText("作業の種類を入力してください。");
    await expect(dialog.getByRole("alert")).toContainText("工数は0.1から999.9までの数で入力してください。");
    await dialog.getByLabel("作業の種類").selectOption({ index: 1 });
    await dialog.getByLabel("件名").fill(title);
    await dialog.getByLabel("対応の内容").fill("適用の順を電話で確かめた。");
    await dialog.getByLabel("工数(時間)").fill("１.5");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "対応を記録しました。")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    // The worked example's approval for the whole year is in force on the day.
    await expect(page.getByText(/^P\d\d-\d{3}$/)).toBeVisible();
  });

  await test.step("訂正する", async () => {
    await page.getByRole("button", { name: "記録を訂正する" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("工数(時間)")).toHaveValue("1.5");
    await dialog.getByLabel("結果").fill("回答を得た。");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "記録を訂正しました。")).toBeVisible();
    await expect(page.getByText("回答を得た。")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("市は見るだけで、合計も見える", async () => {
    const city = await as("city_section");
    await city.page.goto(city.at(`/activities?q=${encodeURIComponent(title)}`));
    await expect(city.page.getByRole("gridcell", { name: title })).toBeVisible();
    await expect(
      city.page.getByRole("table", { name: "合計" }).getByRole("cell", { name: "1.5" }),
    ).toBeVisible();
    await expect(city.page.getByRole("button", { name: "対応を記録する" })).toHaveCount(0);
    const file = await city.page.request.get(city.api(`/activities/export?q=${encodeURIComponent(title)}`));
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
  });

  await test.step("取り消した記録は数えない", async () => {
    await page.getByRole("button", { name: "記録を取り消す" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("理由").fill("二重に記録した。");
    await dialog.getByRole("button", { name: "記録を取り消す" }).click();
    await expect(toast(page, "記録を取り消しました。")).toBeVisible();
    await expect(page.getByText("取り消した記録です")).toBeVisible();
    await expect(page.getByRole("button", { name: "記録を訂正する" })).toHaveCount(0);
    await page.goto(desk.at(`/activities?q=${encodeURIComponent(title)}`));
    await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
    await page.goto(desk.at(`/activities?state=all&q=${encodeURIComponent(title)}`));
    await expect(page.getByRole("gridcell", { name: title })).toBeVisible();
  });
});

test("主管課と拠点には対応記録の台帳がない", async ({ as, complaints }) => {
  for (const role of ["city_division", "site_contact"] as const) {
    const desk = await as(role);
    expect((await desk.page.request.get(desk.api("/activities"))).status()).toBe(404);
    await desk.page.goto(desk.at("/today"));
    await expect(desk.page.getByRole("link", { name: "対応記録" })).toHaveCount(0);
  }
  expect(complaints).toEqual([]);
});
