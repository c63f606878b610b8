import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("作業者が訪問を登録し、確認を付け、到着から出発まで記録する", async ({ as }) => {
  test.slow(); // every step is looked at with axe
  const worker = await as("worker");
  const { page } = worker;
  const name = `架空 ${Date.now().toString(36)}`;

  await test.step("予定を登録する", async () => {
    await page.goto(worker.at("/visits"));
    await expect(page.getByRole("heading", { level: 1, name: "訪問" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "訪問を登録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("拠点").selectOption({ index: 1 });
    await dialog.getByLabel("目的").fill("印刷がかすれる原因の調査");
    const until = dialog.getByRole("group", { name: "予定の終わり" });
    const from = dialog.getByRole("group", { name: "予定の始まり" });
    for (const box of ["年", "月", "日"]) {
      const value = await from.getByLabel(box, { exact: true }).inputValue();
      await until.getByLabel(box, { exact: true }).fill(value);
    }
    await from.getByLabel("時刻").fill("00:00");
    await until.getByLabel("時刻").fill("23:59");
    await dialog.getByLabel("知らせた現場の人").fill("窓口 さくら");
    await dialog.getByLabel("名簿にない人の名前").fill(name);
    await dialog.getByRole("button", { name: "加える" }).click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "訪問を登録する" }).click();
    await expect(toast(page, "保存しました。")).toBeVisible();
    await expect(page.getByRole("heading", { name: "訪問前の確認" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("確認が残るうちは理由なしに到着できない", async () => {
    await page.getByRole("button", { name: "到着", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "到着", exact: true }).click();
    await expect(dialog.getByText("理由を書くか、先に確認を付けてください。").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByLabel("身分証を上半身の見える所に着けている").click();
    await expect(page.getByLabel("身分証を上半身の見える所に着けている")).toBeChecked();
    // Ticked is what the server answered; what is recorded next is of that version.
    const item = page.getByRole("listitem").filter({ hasText: "身分証を上半身の見える所に着けている" });
    await expect(item).toHaveAttribute("data-ticked", "yes");
  });

  await test.step("到着・着手・出発と実作業時間を記録する", async () => {
    const record = async (word: string, fill: Record<string, string> = {}) => {
      await page.getByRole("button", { name: word, exact: true }).click();
      const dialog = page.getByRole("dialog");
      for (const [label, text] of Object.entries(fill)) await dialog.getByLabel(label).fill(text);
      await dialog.getByRole("button", { name: word, exact: true }).click();
      await expect(dialog).toBeHidden();
    };
    await record("到着");
    await record("着手");
    await record("出発", { [`${name}さんの実作業時間（分）`]: "0", 行ったこと: "給紙ローラーを清掃した。" });
    await expect(page.getByText("給紙ローラーを清掃した。").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("改善を要する状態を市に報告し、市が指示し、対応を記録する", async () => {
    await page.getByRole("button", { name: "所見・要望・質問を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("内容").fill("配線が床に出ている。");
    await dialog.getByLabel("申し出た人").fill("保全 三枝");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "所見・要望・質問を記録する" }).click();
    await expect(dialog).toBeHidden();
    await act(page, "市への報告を記録");
    await expect(page.getByText("市の指示待ち")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "改善を要する状態" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^改善を要する状態/ })).toBeVisible();

    const city = await as("city_section");
    await city.page.goto(page.url());
    await act(city.page, "指示する", { 市の指示: "次の訪問で配線を直すこと。" });
    await expect(city.page.getByText("対応中")).toBeVisible();
    await expectAccessible(city.page);

    await page.reload();
    await act(page, "対応を記録", { 対応の内容: "配線を束ねた。" });
    await expect(page.getByText("完了").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("その場で答えられない質問に予定日を伝え、回答する", async () => {
    await page.getByRole("link", { name: "この訪問を見る" }).click();
    await page.getByRole("button", { name: "所見・要望・質問を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("質問", { exact: true }).check();
    const text = `両面印刷だけがかすれるのはなぜか。${name}`;
    await dialog.getByLabel("内容").fill(text);
    await dialog.getByLabel("申し出た人").fill("窓口 さくら");
    await dialog.getByLabel("後日回答すると伝えた").check();
    const found = dialog.getByRole("group", { name: /^日/ });
    const promised = dialog.getByRole("group", { name: "回答予定日" });
    for (const box of ["年", "月", "日"])
      await promised
        .getByLabel(box, { exact: true })
        .fill(await found.getByLabel(box, { exact: true }).inputValue());
    await dialog.getByRole("button", { name: "所見・要望・質問を記録する" }).click();
    await expect(dialog).toBeHidden();
    await page.goto(worker.at("/visits/findings?kind=question"));
    await expect(page.getByRole("heading", { level: 1, name: "所見・要望・質問" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: text }).click();
    await act(page, "回答を記録", { 回答: "定着部を交換すると直る。" });
    await expect(page.getByText("市へ未報告")).toBeVisible();
    await act(page, "市への報告を記録");
    await expect(page.getByText("完了").first()).toBeVisible();
  });
});

/** Opens the dialog of an act, fills in what is named and sends it. */
async function act(page: Page, word: string, fill: Record<string, string> = {}) {
  await page.getByRole("button", { name: word, exact: true }).click();
  const dialog = page.getByRole("dialog");
  for (const [label, text] of Object.entries(fill))
    await dialog.getByLabel(new RegExp(`^${label}(?!日|した)`)).fill(text);
  await dialog.getByRole("button", { name: word, exact: true }).click();
  await expect(dialog).toBeHidden();
}
