import { expectAccessible, expectAccessibleInBothLanguages } from "./accessible";
import { expect, test, write } from "./house";

test.describe.configure({ mode: "parallel" });

const outside = [
  { name: "ログイン", path: "/sign-in" },
  { name: "使えないリンク", path: "/setup?token=used" },
];

for (const { name, path } of outside) {
  test(name, async ({ stranger }) => {
    const page = await stranger();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessibleInBothLanguages(page);
  });
}

test("入力の誤りを示すフォーム", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/requests/new"));
  await page.getByRole("button", { name: "依頼する" }).click();
  await expect(page.getByText("入力内容を確かめてください（2件）")).toBeVisible();
  await expectAccessible(page);
});

test("取込の確認", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/requests/import"));
  await page.getByLabel("一覧のファイル").setInputFiles("../tests/fixtures/work_requests/specimen.xlsx");
  await expect(page.getByRole("heading", { name: "specimen.xlsx の内容" })).toBeVisible();
  await expectAccessibleInBothLanguages(page);
});

test("受付のダイアログと日付の選択", async ({ as }) => {
  const { id } = await write(await as("city_section"), { title: "受付の画面の点検" });
  const { page, at } = await as("responsible");
  await page.goto(at(`/requests/${id}`));
  await page.getByRole("button", { name: "受け付ける" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "カレンダー" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expectAccessible(page);
});
