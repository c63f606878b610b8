import type { Page } from "@playwright/test";
import { type Desk, expect, test, unique, write } from "./house";

const cell = (page: Page, row: number, column: string) =>
  page
    .getByRole("grid", { name: "作業依頼一覧" })
    .getByRole("row")
    .nth(row + 2)
    .getByRole("gridcell")
    .nth(columns.indexOf(column));

const columns = [
  "No",
  "管理番号",
  "記入日",
  "システム課担当者",
  "主管課",
  "主管課担当者",
  "委託先",
  "委託先担当者",
  "ステータス",
  "作業名",
  "作業内容",
  "完了希望日",
];

/** What has the focus: its role or tag, and its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const place = element?.closest("[role=gridcell]");
    return place
      ? `${place.parentElement?.getAttribute("aria-rowindex")}:${place.getAttribute("aria-colindex")}`
      : `${element?.tagName} ${element?.textContent}`;
  });

const inGrid = (row: number, column: string) => `${row + 3}:${columns.indexOf(column) + 1}`;

const press = async (page: Page, key: string, times: number) => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

/** Three requests of the test's own in the list, reached by Tab alone; the first cell has the focus. */
async function listOfThree(city: Desk): Promise<string> {
  const word = unique("鍵盤");
  for (const place of ["一", "二", "三"]) await write(city, { title: `${word}の${place}` });
  const { page, at } = city;
  await page.goto(at(`/requests?q=${encodeURIComponent(word)}`));
  await expect(page.getByText("3件を表示")).toBeVisible();
  for (let tabs = 0; tabs < 40 && (await focused(page)) !== inGrid(0, "No"); tabs += 1)
    await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(inGrid(0, "No"));
  return word;
}

test("矢印などのキーでセルを動く", async ({ as }) => {
  const city = await as("city_section");
  const { page } = city;
  await listOfThree(city);
  const moves: readonly (readonly [key: string, row: number, column: string])[] = [
    ["ArrowDown", 1, "No"],
    ["ArrowRight", 1, "管理番号"],
    ["ArrowRight", 1, "記入日"],
    ["ArrowUp", 0, "記入日"],
    ["Control+ArrowDown", 2, "記入日"],
    ["Home", 2, "No"],
    ["Control+Home", 0, "No"],
    ["ArrowLeft", 0, "No"],
  ];
  for (const [key, row, column] of moves) {
    await page.keyboard.press(key);
    expect(await focused(page), key).toBe(inGrid(row, column));
  }
});

test("F2で入力し、Enterで保存して下へ、Escで取り消す", async ({ as }) => {
  const city = await as("city_section");
  const { page } = city;
  const word = await listOfThree(city);
  await press(page, "ArrowRight", columns.indexOf("作業名"));
  await page.keyboard.press("F2");
  await page.keyboard.insertText("（急ぎ）");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/の「作業名」を保存しました。$/)).toBeVisible();
  await expect(cell(page, 0, "作業名")).toHaveText(`${word}の一（急ぎ）`);
  expect(await focused(page)).toBe(inGrid(1, "作業名"));

  await page.keyboard.type("x");
  await expect(page.getByRole("textbox", { name: "作業名" })).toHaveValue("x");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "作業名" })).toHaveValue(`${word}の二`);
  expect(await focused(page)).toBe(inGrid(1, "作業名"));
});

test("かな漢字変換は最初のキーから始まり、確定のEnterはセルを動かさない", async ({ as }) => {
  const city = await as("city_section");
  const { page } = city;
  const word = await listOfThree(city);
  await press(page, "ArrowRight", columns.indexOf("作業名"));
  const ime = await page.context().newCDPSession(page);
  await ime.send("Input.imeSetComposition", { text: "ほしゅ", selectionStart: 3, selectionEnd: 3 });
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await ime.send("Input.insertText", { text: "保守" });
  await ime.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  await expect(page.getByRole("textbox", { name: "作業名" })).toHaveValue("保守");
  expect(await focused(page)).toBe(inGrid(0, "作業名"));
  await page.keyboard.insertText(word);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/の「作業名」を保存しました。$/)).toBeVisible();
  await expect(cell(page, 0, "作業名")).toHaveText(`保守${word}`);
});

test("範囲を複写して貼り付けると、保存の前に今の内容と並べて見せる", async ({ as }) => {
  const city = await as("city_section");
  const { page } = city;
  const word = await listOfThree(city);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "ArrowRight", columns.indexOf("作業名"));
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2セルを選択中")).toBeVisible();
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${word}の一\r\n${word}の二`);

  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `${word}の甲\t本文\t昨日\r\n${word}の乙\t本文\tR9.1.20\r\n`,
  );
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog", { name: "貼り付けの確認" });
  await expect(dialog.getByRole("status")).toHaveText(/^5件を変更、1件は変更できません/);
  await expect(dialog.getByRole("row").filter({ hasText: "昨日" })).toContainText("× 変更できない：");
  await dialog.getByRole("button", { name: "5件を登録する" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("textbox", { name: "作業名" })).toHaveValue(`${word}の甲`);
  await expect(cell(page, 1, "作業名")).toHaveText(`${word}の乙`);
  await expect(cell(page, 1, "完了希望日")).toHaveText("2027/1/20");
});

test("見出しで並べ替え、Enterで依頼を開く", async ({ as }) => {
  const city = await as("city_section");
  const { page } = city;
  const word = await listOfThree(city);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await press(page, "Enter", 1);
  await expect(page).toHaveURL(/sort=-number/);
  await expect(cell(page, 0, "作業名")).toHaveText(`${word}の三`);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe(inGrid(0, "管理番号"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `${word}の三` })).toBeVisible();
});

test("最初のTabは本文への移動で、焦点は必ず見える", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/today"));
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "本文へ移動" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  const unmarked: string[] = [];
  for (let tabs = 0; tabs < 25; tabs += 1) {
    await page.keyboard.press("Tab");
    const mark = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "";
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const visible = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      return visible ? "" : element.outerHTML.slice(0, 120);
    });
    if (mark) unmarked.push(mark);
  }
  expect(unmarked).toEqual([]);
  await page.goto(at("/calendar"));
  await expect(page.getByRole("heading", { level: 1, name: "暦" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("メニューは8語までで、どの画面にもキー二つで行ける", async ({ as }) => {
  test.slow(); // every page of the menu
  const { page, at } = await as("city_section");
  await page.goto(at("/today"));
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  const words = page.getByRole("navigation", { name: "メニュー" }).getByRole("link");
  expect(await words.count()).toBeLessThanOrEqual(8);
  for (const [key, heading] of [
    ["i", "作業依頼一覧"],
    ["q", "質問一覧"],
    ["p", "手順書"],
    ["s", "承認"],
    ["r", "許可台帳"],
    ["d", "承認者と代理"],
    ["n", "作業日程"],
    ["k", "暦"],
    ["j", "従事者"],
    ["m", "外部媒体台帳"],
    ["l", "貸与品台帳"],
    ["x", "事故・損害"],
    ["o", "対応記録"],
    ["c", "契約"],
    ["e", "APIトークン"],
    ["t", "今日"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page.getByRole("heading", { level: 1, name: heading, exact: true }), key).toBeVisible();
    await expect(words.and(page.locator("[aria-current=page]")), key).toHaveCount(1);
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByRole("row", { name: "g q 質問" })).toBeVisible();
});
