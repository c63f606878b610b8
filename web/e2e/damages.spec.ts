import { readFile } from "node:fs/promises";
import { expectAccessible } from "./accessible";
import { expect, test, toast, unique } from "./house";

test("損害を書面で報告し、直し、市が確認して完了にする", async ({ as }) => {
  const title = unique("床の損傷");
  const desk = await as("responsible");
  const { page } = desk;
  const dialog = page.getByRole("dialog");

  await test.step("届け出る", async () => {
    await page.goto(desk.at("/security-incidents"));
    await page.getByRole("link", { name: "事故・損害を届け出る" }).click();
    await page.getByRole("radio", { name: "損害", exact: true }).check();
    await page.getByLabel("件名").fill(title);
    await page.getByLabel("場所").fill("1階 通路");
    await page.getByLabel("何が起きたか").fill("台車を倒した。");
    await page.getByRole("button", { name: "届け出る" }).click();
    await expect(page.getByRole("alert")).toContainText("損傷した物を入力してください。");
    await page.getByLabel("損傷した物").fill("床のタイル");
    await page.getByLabel("損害額（円）").fill("１２，０００");
    await page.getByLabel("初めの措置").fill("通路をふさいだ。");
    await expectAccessible(page);
    await page.getByRole("button", { name: "届け出る" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText("12,000")).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("市に書面で報告してください");
    await expectAccessible(page);
  });

  await test.step("報告書を渡し、書面で報告したことを記録する", async () => {
    const paper = page.waitForEvent("download");
    await page.getByRole("link", { name: "報告書（Word）" }).click();
    const report = await (await paper).path();
    await page.getByLabel("資料を添付する").setInputFiles({
      name: "損害報告書.docx",
      mimeType: "application/octet-stream",
      buffer: await readFile(report),
    });
    await expect(page.getByRole("link", { name: "損害報告書.docx" })).toBeVisible();
    await page.getByRole("button", { name: "書面で報告したことを記録する" }).click();
    await dialog.getByLabel("報告した相手").fill("見本 太郎");
    await dialog.getByLabel("渡し方").fill("持参");
    await dialog.getByLabel("渡した報告書のファイル").selectOption("損害報告書.docx");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "書面での報告を記録しました。")).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  await test.step("原因と被害を訂正で書き、復旧を記録する", async () => {
    await page.getByRole("button", { name: "記入を直す" }).click();
    await dialog.getByLabel("原因").fill("積みすぎ");
    await dialog.getByLabel("被害の状況").fill("1枚割れた");
    await dialog.getByLabel("訂正の理由").fill("調べて分かった");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "記入を直しました。")).toBeVisible();
    await expect(page.getByText("積みすぎ")).toBeVisible();
    await page.getByRole("button", { name: "復旧を記録する" }).click();
    await dialog.getByLabel("復旧の内容").fill("張り替えた");
    await dialog.getByLabel("前の資材").fill("塩ビタイル");
    await dialog.getByLabel("復旧に使った資材").fill("塩ビタイル（同等品）");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "復旧を記録しました。")).toBeVisible();
    await expect(page.getByText("復旧を市が確認するか、復旧は不要と市が記録してください。")).toBeVisible();
  });

  await test.step("市が確認し、完了にする", async () => {
    const city = await as("city_section");
    await city.page.goto(page.url());
    await expect(city.page.getByRole("button", { name: "完了にする" })).toHaveCount(0);
    await city.page.getByRole("button", { name: "復旧について判断する" }).click();
    const ruling = city.page.getByRole("dialog");
    await ruling.getByLabel("復旧は不十分").check();
    await ruling.getByRole("button", { name: "記録する" }).click();
    await expect(ruling.getByRole("alert")).toContainText("理由を入力してください。");
    await ruling.getByLabel("復旧を確認").check();
    await expectAccessible(city.page);
    await ruling.getByRole("button", { name: "記録する" }).click();
    await expect(toast(city.page, "市の判断を記録しました。")).toBeVisible();
    await city.page.getByRole("button", { name: "完了にする" }).click();
    await ruling.getByLabel("市の結論").fill("直った。");
    await ruling.getByRole("button", { name: "完了にする" }).click();
    await expect(toast(city.page, "完了にしました。")).toBeVisible();
    await expectAccessible(city.page);
  });

  await test.step("一覧を区分で絞り込む", async () => {
    await page.goto(desk.at("/security-incidents"));
    await page.getByLabel("区分").selectOption("損害");
    await page.getByLabel("状態").selectOption("完了");
    await expect(page.getByRole("grid").getByText(title)).toBeVisible();
    await expect(page.getByLabel("種類").getByRole("option")).toHaveText([
      "すべて",
      "建造物",
      "機器",
      "その他の物",
      "その他",
    ]);
    await expectAccessible(page);
  });
});
