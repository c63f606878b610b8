import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("業者を登録し、緊急連絡先の当番を決める", async ({ as }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;

  await test.step("業者を登録する", async () => {
    await page.goto(desk.at("/desks"));
    await expectAccessible(page);
    await page.getByRole("button", { name: "業者を登録" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: /^役割/ }).selectOption({ label: "そのほかの役割" });
    await dialog.getByLabel("そのほかの役割").fill("通信事業者");
    await dialog.getByLabel("名称").fill("架空通信");
    await dialog.getByLabel("連絡先").fill("011-000-0000");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(toast(page, "保存しました。")).toBeVisible();
    await expect(page.getByRole("row", { name: /通信事業者 架空通信/ }).first()).toBeVisible();
  });

  await test.step("一覧を確かめ、直すところを知る", async () => {
    await page.goto(desk.at("/desks/on-call"));
    await page.getByRole("button", { name: "一覧を貼り付ける" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("当番の一覧").fill("2026/13/1 17:15\t2026/12/2 8:45\t試作 次郎\t090-0000-0001");
    await dialog.getByRole("button", { name: "確かめる" }).click();
    await expect(dialog.getByText("1行に直すところがあります。")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  });

  await test.step("市は見るだけ", async () => {
    const section = await as("city_section");
    await section.page.goto(section.at("/desks/on-call"));
    await expect(section.page.getByRole("heading", { name: "いま電話する人" })).toBeVisible();
    await expect(section.page.getByRole("button", { name: "当番を追加" })).toHaveCount(0);
  });
});
