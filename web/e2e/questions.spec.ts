import { expectAccessible } from "./accessible";
import { type Desk, expect, test, toast, unique, write } from "./house";

/** A question of the test's own, asked through the API. */
async function ask(contractor: Desk, about: object): Promise<{ id: string; version: number }> {
  const asked = await contractor.send("post", "/questions", {
    subject_kind: "contract",
    text: "どちらの値ですか。",
    title: unique("質問"),
    ...about,
  });
  expect(asked.status()).toBe(201);
  return (await asked.json()).question;
}

test("委託先が依頼のページから質問し、市が一覧から回答する", async ({ as }) => {
  test.slow(); // both sides, page after page
  const city = await as("city_section");
  const contractor = await as("responsible");
  const title = unique("設定値の質問");
  const request = await write(city, { title: unique("設定の変更") });

  await test.step("依頼のページから質問する", async () => {
    const { page, at } = contractor;
    await page.goto(at(`/requests/${request.id}`));
    await page.getByRole("link", { name: "質問する", exact: true }).click();
    await expect(page.getByRole("combobox", { name: /作業依頼/ })).toHaveValue(request.id);
    await page.getByRole("button", { name: "質問する" }).click();
    await expect(page.getByText("件名を入力してください。").first()).toBeVisible();
    await page.getByLabel(/^件名/).fill(title);
    await page.getByLabel(/^質問内容/).fill("甲と乙のどちらの値にしますか。");
    await page.getByRole("button", { name: "質問する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(title) })).toBeVisible();
    await expect(page.getByText("市の回答を待っています。")).toBeVisible();
    await expect(page.getByRole("button", { name: "回答する" })).toHaveCount(0);
  });

  await test.step("市は一覧で自分の番の質問を見つけ、回答する", async () => {
    const { page, at } = city;
    await page.goto(at("/today"));
    const menu = page.getByRole("navigation", { name: "メニュー" });
    await menu.getByRole("link", { name: /^依頼.*あなたの側の番の質問\d+件/ }).click();
    await page
      .getByRole("navigation", { name: "「依頼」の画面" })
      .getByRole("link", { name: /^質問/ })
      .click();
    await page.getByLabel("次に動く側").selectOption("市");
    await page.getByRole("searchbox", { name: "検索" }).last().fill(title);
    await expect(page.getByText("1件を表示")).toBeVisible();
    await expect(page.getByRole("grid", { name: "質問一覧" })).toContainText("市（こちらの番）");
    await page.getByRole("grid", { name: "質問一覧" }).getByRole("link").click();
    await page.getByRole("button", { name: "回答する" }).click();
    await expect(page.getByText("回答内容を入力してください。").first()).toBeVisible();
    await page.getByLabel(/^回答内容/).fill("甲の値にしてください。");
    await page.getByLabel(/^変更内容/).fill("設計書3.2を改める。");
    await page.getByRole("button", { name: "回答する" }).click();
    await expect(toast(page, "回答しました。")).toBeVisible();
    await expect(page.getByText("委託先の確認を待っています。")).toBeVisible();
  });
});

test("委託先が回答を確認し、市が承認すると解決する。回答を変えると承認は無効になる", async ({ as }) => {
  test.slow(); // both sides, page after page
  const city = await as("city_section");
  const contractor = await as("responsible");
  const title = unique("承認の質問");
  const request = await write(city, { title: unique("設定の変更") });
  const { id } = await ask(contractor, { subject_kind: "work_request", request_id: request.id, title });
  await city.send("post", `/questions/${id}/answer`, { text: "甲の値にしてください。" }, 1);

  await test.step("委託先は回答を確認する", async () => {
    const { page, at } = contractor;
    await page.goto(at(`/questions/${id}`));
    await page.getByRole("button", { name: "回答を確認した" }).click();
    const dialog = page.getByRole("dialog", { name: "この回答で進める" });
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "回答を確認した" }).click();
    await expect(toast(page, "回答を確認しました。")).toBeVisible();
    await expect(page.getByText("回答の承認を待っています。")).toBeVisible();
    await expect(page.getByRole("button", { name: "もう一度質問する" })).toBeVisible();
  });

  await test.step("市が回答を承認すると解決し、依頼のページに出る", async () => {
    const { page, at, api, send } = city;
    const { approvals } = await (await page.request.get(api(`/questions/${id}`))).json();
    const [{ id: approval, content_sha256 }] = approvals;
    const verdict = { verdict: "grant", content_sha256 };
    expect((await send("post", `/approvals/${approval}/decide`, verdict, 1)).status()).toBe(200);
    await page.goto(at(`/requests/${request.id}`));
    const row = page.getByRole("row").filter({ hasText: title });
    await expect(row).toContainText("解決");
    await row.getByRole("link").click();
    await expect(page.getByText("承認済み")).toBeVisible();
  });

  await test.step("回答を変えると承認は無効になる", async () => {
    const { page } = city;
    await page.getByRole("button", { name: "回答を変える" }).click();
    const dialog = page.getByRole("dialog", { name: "回答を変える" });
    await expect(dialog.getByText(/承認は無効になり/)).toBeVisible();
    await dialog.getByLabel(/^回答内容/).fill("乙の値に改めます。");
    await dialog.getByRole("button", { name: "回答を変える" }).click();
    await expect(page.getByText("回答が変わり無効")).toBeVisible();
    const history = page.locator("section").filter({ has: page.getByRole("heading", { name: "経過" }) });
    await expect(history.locator(".timeline-text")).toHaveText([
      /^質問か回答が変わり、承認 .* は無効になった$/,
      "回答を変更",
      "回答が承認され解決",
      /^承認を申請：/,
      "回答を確認",
      "質問に回答",
      "質問",
    ]);
    await expect(page.getByText("委託先の確認を待っています。")).toBeVisible();
  });
});

test("書きかけの回答は、ほかの人が先に進めても残る", async ({ as }) => {
  const city = await as("city_section");
  const contractor = await as("responsible");
  const question = await ask(contractor, { text: "どの版の仕様書ですか。" });
  const { page, at } = city;
  await page.goto(at(`/questions/${question.id}`));
  await page.getByLabel(/^回答内容/).fill("第2版です。");
  const again = await contractor.send(
    "post",
    `/questions/${question.id}/ask`,
    { text: "第2版の3章で間違いありませんか。" },
    question.version,
  );
  expect(again.status()).toBe(200);
  // 412 is what this is about; the browser reports it as an error.
  page.removeAllListeners("console");
  await page.getByRole("button", { name: "回答する" }).click();
  await expect(page.getByText(/ほかの人が先にこの質問を進めました/)).toBeVisible();
  await expect(page.getByLabel(/^回答内容/)).toHaveValue("第2版です。");
  await expect(page.getByText("第2版の3章で間違いありませんか。")).toBeVisible();
  await page.getByRole("button", { name: "回答する" }).click();
  await expect(toast(page, "回答しました。")).toBeVisible();
});

test("一覧をExcelに出し、同じファイルを取り込むと変更はない", async ({ as }) => {
  const { page, at } = await as("city_section");
  await page.goto(at("/questions"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Excelに出力" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^質問一覧_.*\.xlsx$/);
  const copy = test.info().outputPath("questions.xlsx");
  await download.saveAs(copy);
  await page.getByRole("link", { name: "取込" }).click();
  await page.getByLabel("一覧のファイル").setInputFiles(copy);
  await expect(page.getByText("台帳と違う行はありません。登録するものはありません。")).toBeVisible();
  await expect(page.getByRole("button", { name: /変更 0件$/ })).toBeVisible();
  await expectAccessible(page);
});

test("監査人は見るだけで、口頭の確認は契約が認めるときだけ", async ({ as }) => {
  const auditor = await as("auditor");
  await auditor.page.goto(auditor.at("/questions"));
  await expect(auditor.page.getByRole("heading", { level: 1, name: "質問一覧" })).toBeVisible();
  await expect(auditor.page.getByRole("link", { name: "質問する" })).toHaveCount(0);
  await expect(auditor.page.getByRole("link", { name: "取込" })).toHaveCount(0);

  const contractor = await as("responsible");
  const question = await ask(contractor, { text: "訪問の時刻は9時でよいですか。" });
  await contractor.page.goto(contractor.at(`/questions/${question.id}`));
  await expect(contractor.page.getByRole("button", { name: "もう一度質問する" })).toHaveCount(0);
  await expect(contractor.page.getByRole("button", { name: "質問を書き直す" })).toBeVisible();
  await expect(contractor.page.getByRole("button", { name: "口頭の確認を記録する" })).toHaveCount(0);
  const said = await contractor.send(
    "post",
    `/questions/${question.id}/oral`,
    { text: "9時でよい。", at: "2026-01-05T10:00", with: "見本 太郎", minor: true },
    question.version,
  );
  expect(said.status()).toBe(409);
  expect((await said.json()).detail_ja).toContain("見本仕様書");
});
