import { expectAccessible } from "./accessible";
import { expect, test, unique, write } from "./house";

test("ほかの人の変更が、開いている画面に届く", async ({ as }) => {
  const city = await as("city_section");
  const contractor = await as("responsible");
  const word = unique("連絡");
  const { page, at } = contractor;
  await page.goto(at(`/requests?q=${encodeURIComponent(word)}`));
  await expect(page.locator(".live")).toHaveAttribute("data-state", "live");
  await write(city, { title: `${word}の一` });
  await expect(page.getByText("1件を表示")).toBeVisible();
  await expectAccessible(page);
});

test("入力の途中で変更が届いても、書いた文字と焦点は残る", async ({ as }) => {
  const city = await as("city_section");
  const other = await as("responsible");
  const word = unique("途中");
  const { page, at } = city;
  await page.goto(at("/requests/new"));
  const title = page.getByRole("textbox", { name: /作業名/ });
  await title.fill(`${word}の件`);
  await expect(page.locator(".live")).toHaveAttribute("data-state", "live");
  const seen = other.page;
  await seen.goto(other.at(`/requests?q=${encodeURIComponent(word)}`));
  await write(city, { title: `${word}の別件` });
  await expect(seen.getByText("1件を表示")).toBeVisible();
  await expect(title).toBeFocused();
  await expect(title).toHaveValue(`${word}の件`);
});

test("タブを10枚開いても、どれも表示できる", async ({ as }) => {
  const { page, at } = await as("city_section");
  for (let tab = 0; tab < 10; tab += 1) {
    const each = await page.context().newPage();
    await each.goto(at("/today"));
    await expect(each.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
    await expect(each.locator(".live")).toHaveAttribute("data-state", "live");
  }
});
