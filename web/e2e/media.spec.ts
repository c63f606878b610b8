import { expectAccessible } from "./accessible";
import { type Desk, dateBoxes, expect, test, toast, unique, write } from "./house";

const scannerIsHere = process.env.HOSHUBAN_TEST_CLAMD !== undefined;
const noScanner = "clamd is not installed: apt-get install clamav-daemon";

/** The harmless file that every scanner must find, put together so that this text is none. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

const textFile = (name: string, content: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

/** What the pages told of refusals with this status, and of nothing else: the browser counts them as errors. */
const expectRefusals = (complaints: string[], status: number): void =>
  expect(complaints.splice(0).filter((each) => !each.includes(`status of ${status}`))).toEqual([]);

async function registered(desk: Desk, label: string): Promise<void> {
  const { page } = desk;
  await page.goto(desk.at("/media"));
  await page.getByRole("button", { name: "媒体を登録する" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("媒体番号").fill(label);
  await dialog.getByLabel("内容").fill("更新プログラム");
  await dialog.getByLabel("目的").fill("OSの更新");
  await dialog.getByLabel("保管場所").fill("施錠棚A");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "記録する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: label })).toBeVisible();
}

test("媒体は、チェックしてから、許可を得て使う", async ({ as, complaints }) => {
  test.skip(!scannerIsHere, noScanner);
  const title = unique("更新の適用");
  const { number } = await write(await as("city_section"), { title });
  const desk = await as("responsible");
  const { page } = desk;
  await registered(desk, unique("USB-"));

  await test.step("使用を予定する", async () => {
    await page.getByRole("button", { name: "使用を予定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("作業依頼").selectOption({ label: `${number} ${title}` });
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "使用を予定しました。")).toBeVisible();
  });

  await test.step("チェックしていない媒体は使えない", async () => {
    await expect(page.getByText("使う前にチェックしてください。")).toBeVisible();
    await page.getByRole("button", { name: "使ったことを記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByRole("alert")).toContainText("使う前のウイルスチェックがありません");
    await dialog.getByRole("button", { name: "やめる" }).click();
  });

  await test.step("検査すると、次の1回に使える", async () => {
    await page.getByRole("button", { name: "ウイルスチェックをする" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByLabel("媒体のファイル")
      .setInputFiles([textFile("手順.txt", "一つ目"), textFile("更新.txt", "二つ目")]);
    await expect(dialog.getByText("2件を検査し、異常はありませんでした。")).toBeVisible();
    await expect(dialog.getByRole("listitem")).toHaveText([/手順\.txt.*異常なし/, /更新\.txt.*異常なし/]);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "閉じる" }).click();
    await expect(page.getByText("次の1回の使用に使えます。")).toBeVisible();
    await page.getByRole("button", { name: "ファイルを見る" }).click();
    await expect(page.getByRole("region", { name: "検査したファイル" }).getByRole("row")).toHaveCount(3);
  });

  await test.step("接続の許可がなければ、まだ使えない", async () => {
    await page.getByRole("button", { name: "使ったことを記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(dialog.getByRole("alert")).toContainText("許可がありません");
    await dialog.getByRole("button", { name: "やめる" }).click();
    expectRefusals(complaints, 409);
  });
});

test("ウイルスが見つかった媒体は使えなくなり、事故として受け付けられる", async ({ as, complaints }) => {
  test.skip(!scannerIsHere, noScanner);
  const desk = await as("worker");
  const { page } = desk;
  const label = unique("USB-");
  await registered(desk, label);
  await page.getByRole("button", { name: "ウイルスチェックをする" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("媒体のファイル")
    .setInputFiles([textFile("普通.txt", "何もない"), textFile("eicar.com", eicar)]);
  await expect(dialog.getByRole("listitem").nth(1)).toContainText("ウイルス検出");
  await expect(dialog.getByText("情報セキュリティ責任者に知らせてください。")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "閉じる" }).click();
  await expect(page.getByText("使わずに、情報セキュリティ責任者の指示を受けてください。")).toBeVisible();
  await page.getByRole("link", { name: "事故の記録を開く" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `媒体 ${label} からウイルスを検出` }),
  ).toBeVisible();
  await expect(page.getByText("eicar.com")).toBeVisible();
  expectRefusals(complaints, 422);
});

test("紛失を記録すると事故になり、市に報告し、市が完了にする", async ({ as }) => {
  const contractor = await as("responsible");
  const label = unique("CD-");
  await registered(contractor, label);
  const { page } = contractor;

  await test.step("紛失を記録する", async () => {
    await page.getByRole("button", { name: "動きを記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("何があったか").selectOption("紛失");
    await expect(dialog.getByText("情報セキュリティ事故として受け付けます。")).toBeVisible();
    await dialog.getByLabel("どこ").fill("区役所");
    await dialog.getByLabel("目的・事情").fill("返却のときに見当たらなかった。");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await page.getByRole("link", { name: "事故の記録を開く" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `媒体 ${label} の紛失` })).toBeVisible();
  });

  await test.step("市への報告と措置を記録する", async () => {
    await page.getByRole("button", { name: "報告したことを記録する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("報告した相手").fill("見本 太郎");
    await dialog.getByLabel("報告の方法").fill("電話");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "市への報告を記録しました。")).toBeVisible();
    await page.getByRole("button", { name: "経過・措置を書き足す" }).click();
    await page.getByRole("dialog").getByLabel("措置").check();
    await page.getByRole("dialog").getByLabel("内容").fill("心当たりを捜し、見つけた。");
    await page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
    await expect(page.getByRole("cell", { name: "措置" })).toBeVisible();
    await expect(page.getByRole("button", { name: "完了にする" })).toHaveCount(0);
  });

  await test.step("市が完了にする", async () => {
    const city = await as("city_section");
    await city.page.goto(page.url());
    await city.page.getByRole("button", { name: "完了にする" }).click();
    const dialog = city.page.getByRole("dialog");
    await dialog.getByLabel("市の結論").fill("持出しの手順を見直した。");
    await dialog.getByRole("button", { name: "完了にする" }).click();
    await expect(toast(city.page, "完了にしました。")).toBeVisible();
    await expect(city.page.getByText("持出しの手順を見直した。")).toBeVisible();
    await expectAccessible(city.page);
  });
});

test("ICカードを一人に貸し、渡さずに返す", async ({ as }) => {
  const city = await as("city_section");
  const { page } = city;
  const number = unique("IC-");
  await page.goto(city.at("/today"));
  await page.getByRole("navigation", { name: "メニュー" }).getByRole("link", { name: "台帳" }).click();
  await page
    .getByRole("navigation", { name: "「台帳」の画面" })
    .getByRole("link", { name: "貸与品" })
    .click();
  await page.getByRole("button", { name: "貸与を記録する" }).click();
  const lend = page.getByRole("dialog");
  await lend.getByLabel("番号").fill(number);
  await lend.getByLabel("品名").fill("入館カード");
  await lend.getByLabel("貸与者").fill("システム課");
  await lend.getByLabel("貸与先").fill("架空保守");
  await lend.getByLabel("保管者").fill("試作 次郎");
  await lend.getByLabel("保管場所").fill("金庫");
  const back = dateBoxes(lend, "返却期限").group;
  for (const [part, value] of [
    ["年", "2099"],
    ["月", "3"],
    ["日", "31"],
  ] as const)
    await back.getByLabel(part, { exact: true }).fill(value);
  await expectAccessible(page);
  await lend.getByRole("button", { name: "記録する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(page.getByText("本人だけのもの")).toBeVisible();

  await page.getByRole("button", { name: "記録する" }).click();
  const act = page.getByRole("dialog");
  await expect(act.getByRole("option", { name: "保管者の変更" })).toHaveCount(0);
  await act.getByLabel("何があったか").selectOption("返却");
  await act.getByLabel("受け取った人").fill("見本 太郎");
  await expectAccessible(page);
  await act.getByRole("button", { name: "記録する" }).click();
  await expect(page.getByRole("row", { name: /返却.*見本 太郎/ })).toBeVisible();

  await page.goto(city.at(`/loans?q=${number}`));
  await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
  await page.getByLabel("状態").selectOption("返却済み");
  await expect(page.getByRole("grid").getByRole("link", { name: number })).toBeVisible();
});

test("現場担当者は事故を届け出られるが、読めない", async ({ as }) => {
  const site = await as("site_contact");
  const { page } = site;
  await page.goto(site.at("/today"));
  await page.getByRole("navigation", { name: "メニュー" }).getByRole("link", { name: "台帳" }).click();
  await page.getByRole("link", { name: "事故・損害", exact: true }).click();
  await expect(page.getByText("事故の一覧を見る権限はありません。")).toBeVisible();
  await page.getByRole("link", { name: "事故・損害を届け出る" }).click();
  await page.getByRole("button", { name: "届け出る" }).click();
  await expect(page.getByRole("alert")).toContainText("件名を入力してください。");
  await page.getByLabel("件名").fill("端末の画面がのぞかれた");
  await page.getByLabel("場所").fill("窓口");
  await page.getByLabel("何が起きたか").fill("来庁者が窓口の内側に入った。");
  await page.getByRole("button", { name: "届け出る" }).click();
  await expect(page.getByText(/^J\d\d-\d{3} として受け付けました。$/)).toBeVisible();
});
