import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("プリンタの枚数を調査し、確認してから提出する", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const grid = page.getByRole("grid", { name: "機器ごとの枚数" });
  const rows = grid.getByRole("row");

  await test.step("前回の結果を引き継ぐ", async () => {
    await page.goto(desk.at("/register/page-surveys"));
    await page.getByRole("button", { name: "調査を予定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("種類").selectOption("earlier");
    await dialog.getByLabel("題名").fill("前年度の結果");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "調査を予定する" }).click();
    await expect(toast(page, "調査を予定しました。")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "前年度の結果" })).toBeVisible();
    await page.getByRole("button", { name: "調査票を読み込む" }).click();
    const numbers = ["機器ID,今回の枚数,読取日", 'D-0026,"10,000",R7.3.3', "D-0027,２００００枚,2025-03-03"];
    const bad = ["D-0028,多数,2025-03-03", "D-9999,5,2025-03-03"];
    await page.getByLabel("調査票のファイル").setInputFiles({
      name: "前年度.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([...numbers, ...bad].join("\r\n")),
    });
    await expect(page.getByRole("status").filter({ hasText: "2件を登録" })).toHaveText(
      "2件を登録、0件は変更なし、2件は登録できません。",
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "2件を登録する" }).click();
    await expect(toast(page, "調査票を登録しました。")).toBeVisible();
    await expect(page.getByText("2 / 4台").first()).toBeVisible();
  });

  await test.step("今回の調査に枚数を入力する", async () => {
    await page.goto(desk.at("/register/page-surveys"));
    await page.getByRole("button", { name: "調査を予定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("題名").fill("令和8年度 印刷枚数調査");
    await dialog.getByLabel("市との調整").fill("見本 太郎と10月に決めた");
    await dialog.getByRole("button", { name: "調査を予定する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "令和8年度 印刷枚数調査" })).toBeVisible();
    await expect(grid).toContainText("D-0026");
    const type = async (number: string, pages: string) => {
      await rows.filter({ hasText: number }).getByRole("gridcell").nth(3).click();
      await page.keyboard.type(pages);
      await page.keyboard.press("Enter");
    };
    await type("D-0026", "12,500");
    await expect(rows.filter({ hasText: "D-0026" })).toContainText("読取済");
    await expect(rows.filter({ hasText: "D-0026" })).toContainText("2,500");
    await type("D-0027", "1500");
    await expect(rows.filter({ hasText: "D-0027" })).toContainText("要確認 前回より少ない");
    await type("D-0028", "300");
    await expect(rows.filter({ hasText: "D-0028" })).toContainText("読取済");
    await expectAccessible(page);
  });

  await test.step("確認が済むまで提出できない", async () => {
    await page.getByRole("button", { name: "提出済みにする" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "提出済みにする" }).click();
    await expect(dialog.getByText("対象4台のうち、未読取が1台、確認の要るものが1台あります。")).toBeVisible();
    await dialog.getByRole("button", { name: "やめる" }).click();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
  });

  await test.step("理由を書いて提出する", async () => {
    const note = async (number: string, text: string) => {
      await rows.filter({ hasText: number }).getByRole("gridcell").nth(6).click();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };
    await note("D-0027", "基板交換");
    await expect(rows.filter({ hasText: "D-0027" })).toContainText("読取済");
    await note("D-0029", "故障中");
    await expect(rows.filter({ hasText: "D-0029" })).toContainText("読取不可");
    await page.getByRole("button", { name: "提出済みにする" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "提出済みにする" }).click();
    await expect(toast(page, "提出済みにしました。")).toBeVisible();
    await expect(page.getByRole("button", { name: "提出を取り消す" })).toBeVisible();
    const file = await page.request.get(
      `${desk.api(`/page-surveys/${page.url().split("/").at(-1)}`)}/export`,
    );
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
    await expectAccessible(page);
  });
});

test("表計算から枚数を貼り付けると、保存の前に読めない枚数が分かる", async ({ as }) => {
  const desk = await as("worker");
  const { page } = desk;
  const plan = { title: "貼り付ける調査", on: "2026-11-02", first: null, last: null, agreed: "" };
  const { id } = await (await desk.send("post", "/page-surveys", plan)).json();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(desk.at(`/register/page-surveys/${id}`));
  const grid = page.getByRole("grid", { name: "機器ごとの枚数" });
  const row = (number: string) => grid.getByRole("row").filter({ hasText: number });
  await row("D-0026").getByRole("gridcell").nth(3).click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), "１２，３４５\r\n12O0\r\n３００枚\r\n");
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog", { name: "貼り付けの確認" });
  await expect(dialog.getByRole("status")).toHaveText(/^2件を変更、1件は変更できません/);
  await expect(dialog.getByRole("row").filter({ hasText: "12O0" })).toContainText("× 変更できない：");
  await dialog.getByRole("button", { name: "2件を登録する" }).click();
  await expect(dialog).toBeHidden();
  await expect(grid.getByRole("textbox", { name: "今回の枚数" })).toHaveValue("12345");
  await expect(row("D-0026")).toContainText("読取済");
  await expect(row("D-0027")).toContainText("未読取");
  await expect(row("D-0028")).toContainText("300");
});

test("現場担当者は自分の拠点のプリンタだけを見る", async ({ as }) => {
  const desk = await as("responsible");
  const made = await desk.send("post", "/page-surveys", {
    title: "拠点の調査",
    on: "2026-11-02",
    first: null,
    last: null,
    agreed: "",
  });
  const { id } = await made.json();
  const contact = await as("site_contact");
  await contact.page.goto(contact.at(`/register/page-surveys/${id}`));
  const sites = contact.page.getByRole("table", { name: "拠点ごとの進み具合" });
  await expect(sites.getByRole("rowheader")).toHaveCount(2); // one site, and the sum
  await expect(contact.page.getByRole("button", { name: "提出済みにする" })).toHaveCount(0);
});
