import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("機器の所在は、どの日についても分かる", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const first = async (query: string) =>
    (await (await page.request.get(desk.api(`/register?limit=200&${query}`))).json()).items as {
      id: string;
      number: string;
      site: string;
      class: string;
    }[];
  const [unit, other] = (await first("use=in_service")).filter(
    (each, _, all) => each.class === all[0]?.class,
  );
  if (!unit || !other) throw new Error("the worked example has two devices of one class");

  await test.step("台帳を基準日で見る", async () => {
    await page.goto(desk.at(`/register?q=${unit.number}`));
    await expect(page.getByRole("heading", { level: 1, name: "機器台帳" })).toBeVisible();
    await expect(page.getByRole("gridcell", { name: unit.number })).toBeVisible();
    await expectAccessible(page);
    await page.goto(desk.at(`/register?q=${unit.number}&on=2000-01-01`));
    await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
  });

  await test.step("予備機にする", async () => {
    await page.goto(desk.at(`/register/${other.id}`));
    await page.getByRole("button", { name: "異動を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("使い方").selectOption("spare");
    await dialog.getByLabel("異動の理由").selectOption("change_of_use");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "異動を記録しました。")).toBeVisible();
    await expect(page.getByRole("table", { name: "異動の記録" })).toContainText("用途の変更");
  });

  await test.step("同じ場所への異動は断る", async () => {
    await page.getByRole("button", { name: "異動を記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByText("この日には既にその場所にあります。")).toBeVisible();
    await dialog.getByRole("button", { name: "やめる" }).click();
    // The browser reports the refusal that this step provoked.
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
  });

  await test.step("故障した機器を予備機と交換する", async () => {
    await page.goto(desk.at(`/register/${unit.id}`));
    await page.getByRole("button", { name: "予備機と交換する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByRole("alert")).toContainText("代わりに置いた予備機を入力してください。");
    await dialog.getByLabel("代わりに置いた予備機").selectOption(other.id);
    await dialog.getByLabel("事情・備考").fill("電源が入らない。");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "交換を記録しました。両方の機器の所在が変わりました。")).toBeVisible();
    await expect(page.getByRole("table", { name: "所在の経過" })).toContainText("修理中");
    await expect(page.getByRole("alert")).toContainText("の予備機はこの交換で残りがなくなります。");
    await expectAccessible(page);
    await page.goto(desk.at(`/register/${other.id}`));
    await expect(page.getByRole("table", { name: "所在の経過" })).toContainText(unit.site);
  });

  await test.step("異動の記録を絞り込む", async () => {
    await page.goto(desk.at(`/register/${unit.id}`));
    await page.getByRole("link", { name: "機器の異動の記録へ" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "異動の記録" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "1件を表示" })).toBeVisible();
    await page.getByRole("button", { name: "すべての機器を表示する" }).click();
    await page.getByLabel("異動の理由").selectOption("exchange");
    await expect(page.getByRole("status").filter({ hasText: "2件を表示" })).toBeVisible();
    await expect(page.getByRole("gridcell", { name: "当日" }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("異動日（まで）").fill("R1.5.1");
    await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
    const file = await page.request.get(desk.api("/register/movements/export?cause=exchange"));
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
  });

  await test.step("一覧を版にして提出済みにする", async () => {
    await page.goto(desk.at("/register"));
    const file = await page.request.get(desk.api("/register/export"));
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
    await page.getByRole("link", { name: "所在等管理一覧の版" }).click();
    await page
      .getByRole("button", { name: /^版を作る/ })
      .first()
      .click();
    await expect(toast(page, "版を作りました。")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "提出済みにする" }).first().click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("年")).not.toHaveValue("");
    await dialog.getByRole("button", { name: "提出済みにする" }).click();
    await expect(toast(page, "提出済みにしました。")).toBeVisible();
    await expect(page.getByRole("table", { name: "版", exact: true })).toContainText("○");
  });

  await test.step("市は台数を契約と照らし合わせる", async () => {
    const city = await as("city_section");
    await city.page.goto(city.at("/register/matrix"));
    await expect(city.page.getByRole("table", { name: "拠点・機種別の台数" })).toBeVisible();
    await expectAccessible(city.page);
  });
});

test("主管課には機器台帳がなく、拠点は自分の機器だけを見る", async ({ as }) => {
  const division = await as("city_division");
  expect((await division.page.request.get(division.api("/register"))).status()).toBe(404);
  const site = await as("site_contact");
  const { items } = await (await site.page.request.get(site.api("/register?limit=200"))).json();
  expect(new Set(items.map(({ site }: { site: string }) => site)).size).toBe(1);
  await site.page.goto(site.at("/register"));
  await expect(site.page.getByRole("heading", { level: 1, name: "機器台帳" })).toBeVisible();
  await expect(site.page.getByRole("link", { name: "拠点・機種別の台数" })).toHaveCount(0);
  expect((await site.page.request.get(site.api("/register/matrix"))).status()).toBe(404);
});

test("市の一覧は、確かめてから取り込み、その日のうちに取り消せる", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("responsible");
  const { page } = desk;
  const { items } = await (await page.request.get(desk.api("/register?limit=200"))).json();
  const [unit, other] = items.slice(-2) as { id: string; number: string }[];
  if (!unit || !other) throw new Error("the worked example has devices");
  const list = (rows: string[]) => ({
    name: "貸与一覧.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["端末の呼び名,置き場,設置庁舎", ...rows, ""].join("\n")),
  });
  const counts = page.getByRole("group", { name: "表示する行" });

  await test.step("見出しを一度だけ対応付ける", async () => {
    await page.goto(desk.at("/register"));
    await page.getByRole("link", { name: "一覧を取り込む" }).click();
    await expectAccessible(page);
    await page
      .getByLabel("一覧のファイル")
      .setInputFiles(list([`${unit.number},9階 ラック,見本第一庁舎`, `${other.number},10階,見本第一庁舎`]));
    await expect(page.getByRole("heading", { name: "列の対応" })).toBeVisible();
    await page.getByLabel("端末の呼び名 項目").selectOption("number");
    await page.getByLabel("置き場 項目").selectOption("place");
    await page.getByLabel("設置庁舎 項目").selectOption("site");
    await page.getByLabel("覚える名前").fill("貸与一覧");
    await expectAccessible(page);
    await page.getByRole("button", { name: "この対応で読む" }).click();
  });

  await test.step("知らない拠点は一度だけ尋ねる", async () => {
    await expect(page.getByText("「見本第一庁舎」（2行、C2）")).toBeVisible();
    await expect(counts.getByRole("button", { name: /取込不可 2件$/ })).toBeVisible();
    await page.getByLabel("見本第一庁舎: 同じ拠点").selectOption({ index: 1 });
    await expectAccessible(page);
    await page.getByRole("button", { name: "別名として覚える" }).click();
    await expect(counts.getByRole("button", { name: /取込不可 0件$/ })).toBeVisible();
    await expect(counts.getByRole("button", { name: /変更 2件$/ })).toBeVisible();
    await expect(page.getByRole("table", { name: "台帳にあって、この一覧にない機器" })).not.toContainText(
      unit.number,
    );
    await expectAccessible(page);
  });

  await test.step("確かめたとおりに登録する", async () => {
    await page.getByLabel("取込の理由").fill("年次の照合");
    await page.getByRole("button", { name: "登録する", exact: true }).click();
    await expect(page.getByText("貸与一覧.csv を登録しました")).toBeVisible();
    await page.goto(desk.at(`/register/${unit.id}`));
    await expect(page.getByRole("table", { name: "所在の経過" })).toContainText("9階 ラック");
  });

  await test.step("次の一覧では尋ねない", async () => {
    await page.goto(desk.at("/register/import"));
    await page.getByLabel("一覧のファイル").setInputFiles(list([`${unit.number},9階 ラック,見本第一庁舎`]));
    await expect(page.getByText("覚えている列の対応「貸与一覧」で読みました。")).toBeVisible();
    await expect(counts.getByRole("button", { name: /変更なし 1件$/ })).toBeVisible();
  });

  await test.step("その日のうちに取り消す", async () => {
    await page.goto(desk.at("/register/acts"));
    await expectAccessible(page);
    await page.getByRole("button", { name: "取り消す 一覧の取込 貸与一覧.csv" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("理由").fill("別の年度の一覧だった");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "取り消す", exact: true }).click();
    await expect(toast(page, "取り消しました。機器は変更の前の状態です。")).toBeVisible();
    await expect(page.getByRole("table", { name: "まとめた変更と取消" })).toContainText("取消済み");
    await page.goto(desk.at(`/register/${unit.id}`));
    await expect(page.getByRole("table", { name: "所在の経過" })).not.toContainText("9階 ラック");
    await expect(page.getByRole("table", { name: "異動の記録" })).toContainText("別の年度の一覧だった");
  });

  await test.step("拠点の別名を理由とともに削除する", async () => {
    await page.goto(desk.at("/register/site-aliases"));
    await expectAccessible(page);
    await page.getByRole("button", { name: "削除する 見本第一庁舎" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "削除する" }).click();
    await expect(dialog.getByRole("alert")).toContainText("理由を入力してください。");
    await dialog.getByLabel("理由").fill("別の庁舎だった");
    await dialog.getByRole("button", { name: "削除する" }).click();
    await expect(toast(page, "別名を削除しました。")).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test("選んだ機器をまとめて変え、取り消せる", async ({ as }) => {
  test.slow();
  const desk = await as("responsible");
  const { page } = desk;
  const { items } = await (await page.request.get(desk.api("/register?limit=200"))).json();
  const [unit, other] = items.slice(-4) as { id: string; number: string }[];
  if (!unit || !other) throw new Error("the worked example has devices");
  await page.goto(desk.at("/register"));
  await page.getByRole("button", { name: "まとめて変更" }).click();
  await page.getByLabel("検索", { exact: true }).fill(unit.number);
  await page.getByLabel(`${unit.number}を選ぶ`).check();
  await page.getByLabel("検索", { exact: true }).fill(other.number);
  await page.getByLabel(`${other.number}を選ぶ`).check();
  await expect(page.getByText("2台を選択中")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "選んだ機器を変更する" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("備考を変える").check();
  await dialog.getByLabel("新しい備考").fill("入替待ち");
  await dialog.getByLabel(/^理由/).fill("入替の準備");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "内容を確かめる" }).click();
  await expect(dialog.getByRole("button", { name: /変更 2件$/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "登録する" }).click();
  await expect(toast(page, "2台を変更しました。")).toBeVisible();
  await page.goto(desk.at("/register/acts"));
  await page.getByRole("button", { name: "取り消す 一括変更 入替の準備" }).click();
  await page.getByRole("dialog").getByLabel("理由").fill("入替は来月");
  await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).click();
  await expect(toast(page, "取り消しました。機器は変更の前の状態です。")).toBeVisible();
});
