import { expectAccessible } from "./accessible";
import { expect, fillDay, test, toast, unique } from "./house";

const japanDay = (later: number): string =>
  new Date(Date.now() + 9 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);

test("ライセンスは登録し、期限の前に更新し、使い終えたら終了を記録する", async ({ as }) => {
  const desk = await as("worker");
  const { page } = desk;
  const software = unique("構成確認ソフト");

  await test.step("登録する", async () => {
    await page.goto(desk.at("/licences"));
    await page.getByRole("button", { name: "ライセンスを登録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("種類").selectOption({ label: "期間" });
    await dialog.getByLabel("受託者以外（市の合意による）").check();
    await dialog.getByRole("button", { name: "記録する" }).click();
    for (const said of [
      "ソフトウェアを入力してください。",
      "数量は1から1,000,000までの整数で入力してください。",
      "有効期限を入力してください。",
      "市が合意した理由を入力してください。",
    ])
      await expect(dialog.getByRole("alert")).toContainText(said);
    await expectAccessible(page);
    await dialog.getByLabel("ソフトウェア").fill(software);
    await dialog.getByLabel("権利者").fill("架空ソフト株式会社");
    await dialog.getByLabel("数量").fill("１，３００");
    await fillDay(dialog, "有効期限", japanDay(30));
    await dialog.getByLabel("受託者", { exact: true }).check();
    await dialog.getByLabel("用途").fill("端末の構成の確認");
    await dialog.getByLabel("証書の保管場所").fill("システム課 金庫");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "ライセンスを登録しました。")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: software })).toBeVisible();
    await expect(page.getByText("1,300")).toBeVisible();
    await expect(page.getByText("まもなく")).toBeVisible();
    await expectAccessible(page);
  });
  const address = page.url();

  await test.step("市は見るだけで、期限の近いものを選べる", async () => {
    const city = await as("city_section");
    await city.page.goto(city.at(`/licences?state=ending&q=${encodeURIComponent(software)}`));
    await expect(city.page.getByRole("gridcell", { name: software })).toBeVisible();
    await expect(city.page.getByRole("button", { name: "ライセンスを登録する" })).toHaveCount(0);
    const file = await city.page.request.get(city.api(`/licences/export?q=${encodeURIComponent(software)}`));
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
  });

  await test.step("更新する", async () => {
    await page.getByRole("button", { name: "記入を直す" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("数量")).toHaveValue("1300");
    await fillDay(dialog, "有効期限", japanDay(400));
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "記入を直しました。")).toBeVisible();
    await expect(page.getByText("まもなく")).toHaveCount(0);
  });

  await test.step("終了を記録し、取り消せる", async () => {
    await page.getByRole("button", { name: "終了を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("理由").fill("別の製品に替えた。");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "終了を記録しました。")).toBeVisible();
    await expect(page.getByText("別の製品に替えた。").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "記入を直す" })).toHaveCount(0);
    await page.goto(desk.at(`/licences?q=${encodeURIComponent(software)}`));
    await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
    await page.goto(address);
    await page.getByRole("button", { name: "終了を取り消す" }).click();
    await page.getByRole("dialog").getByLabel("理由").fill("別の行と間違えた。");
    await page.getByRole("dialog").getByRole("button", { name: "終了を取り消す" }).click();
    await expect(toast(page, "終了を取り消しました。")).toBeVisible();
    await expect(page.getByRole("button", { name: "記入を直す" })).toBeVisible();
  });
});
