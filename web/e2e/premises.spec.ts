import { expectAccessible } from "./accessible";
import { type Desk, expect, test, toast } from "./house";

/** A room of the first site that nobody used before. */
async function roomOf(desk: Desk): Promise<{ id: string; name: string }> {
  const { items } = await (await desk.page.request.get(desk.api("/site-register"))).json();
  const name = `保管庫 ${Date.now().toString(36)}`;
  const made = await desk.send("post", "/controlled-rooms", {
    site_id: items[0].id,
    name,
    floor: "2階",
    procedure: "守衛室で鍵を借りる。",
  });
  return { id: (await made.json()).id, name };
}

test("入室から退室、訂正、市の確認まで", async ({ as }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const room = await roomOf(desk);
  const list = desk.at(`/premises?room=${room.id}`);
  const inside = page.getByRole("table", { name: "まだ中にいる人" });
  const past = page.getByRole("table", { name: "出入りの記録" });

  await test.step("入室を記録すると、まだ中にいる人に出る", async () => {
    await page.goto(list);
    await expectAccessible(page);
    await page.getByRole("button", { name: "入室を記録" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("部屋").selectOption(room.id);
    await dialog.getByLabel("名前", { exact: false }).first().fill("見本 花子");
    await dialog.getByLabel("所属").fill("架空電機");
    await dialog.getByLabel("目的").fill("無停電電源装置の点検");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "入室を記録" }).click();
    await expect(toast(page, "入室を記録しました。")).toBeVisible();
    await expect(inside.getByRole("row")).toHaveCount(2);
  });

  await test.step("退室を記録すると、出入りの記録に移る", async () => {
    await inside.getByRole("button", { name: "退室を記録" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "退室を記録" }).click();
    await expect(toast(page, "退室を記録しました。")).toBeVisible();
    await expect(page.getByText("いま中にいる人はいません。")).toBeVisible();
    await expect(past.getByRole("row")).toHaveCount(2);
  });

  await test.step("訂正しても前の版が残る", async () => {
    await past.getByRole("button", { name: "訂正" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("目的").fill("無停電電源装置の交換");
    await dialog.getByLabel("理由").fill("目的の誤記");
    await dialog.getByRole("button", { name: "訂正" }).click();
    await expect(toast(page, "訂正しました。")).toBeVisible();
    await past.getByRole("button", { name: "経過" }).click();
    await expect(page.getByRole("dialog").getByRole("row")).toHaveCount(4);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  });

  await test.step("市が確認する", async () => {
    const section = await as("city_section");
    await section.page.goto(section.at(`/premises?room=${room.id}`));
    await section.page.getByRole("button", { name: "確認した", exact: true }).click();
    await expect(toast(section.page, "市の確認を記録しました。")).toBeVisible();
    await expect(section.page.getByText("未確認")).toHaveCount(0);
  });
});

test("訓練の出欠と、参加しなかった理由を残す", async ({ as }) => {
  const desk = await as("worker");
  const { page } = desk;
  await page.goto(desk.at("/premises/drills"));
  await page.getByRole("button", { name: "訓練・協力を記録" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("拠点").selectOption({ index: 1 });
  await dialog.getByLabel("求められたこと").fill("館内放送に従って避難する");
  const people = dialog.getByRole("radio", { name: "参加" });
  await people.first().check();
  await dialog.getByRole("radio", { name: "欠席" }).nth(1).check();
  await dialog.getByLabel(/さんが参加しなかった理由/).fill("作業のため");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "訓練・協力を記録" }).click();
  await expect(toast(page, "記録しました。")).toBeVisible();
  await expect(page.getByText("（作業のため）").first()).toBeVisible();
  await expectAccessible(page);
});
