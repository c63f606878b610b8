import { expectAccessible } from "./accessible";
import { expect, test, unique, write } from "./house";

const box = { name: "契約の中を探す" };

test("斜線のキーで探し、上下の矢印で選んでEnterで開く", async ({ as }) => {
  const { page, at, ...city } = await as("city_section");
  const word = unique("鍵盤");
  await write({ page, at, ...city }, { title: `${word}の交換` });
  await page.goto(at("/today"));
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  await page.keyboard.press("/");
  const input = page.getByRole("combobox", box);
  await expect(input).toBeFocused();
  const option = page.getByRole("option").filter({ hasText: word });
  await expect(async () => {
    await input.fill("");
    await input.fill(word);
    await expect(option.first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(option.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(option.first()).toBeHidden();
  await input.press("End");
  await input.pressSequentially("の");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `${word}の交換` })).toBeVisible();
});

test("かな漢字変換の確定では検索を始めない", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/today"));
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  await page.keyboard.press("/");
  const input = page.getByRole("combobox", box);
  await expect(input).toBeFocused();
  const ime = await page.context().newCDPSession(page);
  await ime.send("Input.imeSetComposition", { text: "たんまつ", selectionStart: 4, selectionEnd: 4 });
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await ime.send("Input.insertText", { text: "端末" });
  await ime.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  await expect(input).toHaveValue("端末");
  await expect(page).toHaveURL(/\/today$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(page.getByRole("heading", { level: 1, name: "検索" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "作業依頼" })).toBeVisible();
  await expect(page.getByRole("main").locator("mark").filter({ hasText: "端末" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("種類ごとに見せ、続きを読み、ないものはないと言う", async ({ as }) => {
  const city = await as("city_section");
  const { page, at } = city;
  const word = unique("頁");
  for (let i = 0; i < 23; i += 1) await write(city, { title: `${word}${i}件目` });
  await expect(async () => {
    await page.goto(at(`/search?q=${encodeURIComponent(word)}`));
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(5, { timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: "作業依頼だけをもっと見る" }).click();
  await expect(page.getByText("20件を表示")).toBeVisible();
  await page.getByRole("button", { name: "続きを表示" }).click();
  await expect(page.getByText("23件を表示")).toBeVisible();
  await expect(page.getByRole("button", { name: "続きを表示" })).toBeHidden();
  await page.goto(at("/search?q=%E3%81%AA%E3%81%84%E3%82%82%E3%81%AE%E3%81%8C%E3%81%AA%E3%81%84"));
  await expect(page.getByText("「ないものがない」は見つかりません。").first()).toBeVisible();
  await expectAccessible(page);
});
