import { expectAccessibleInBothLanguages } from "./accessible";
import { type Desk, expect, test, toast, unique, write } from "./house";

/** Notices are written from the events a moment after they happen. */
const soon = { timeout: 15_000 };

const row = ({ page }: Desk, title: string) =>
  page.getByRole("list", { name: "お知らせの一覧" }).getByRole("listitem").filter({ hasText: title });

test("市が依頼を書くと、業務責任者のお知らせに出て、開くと既読になる", async ({ as }) => {
  const city = await as("city_section");
  const contractor = await as("responsible");
  const title = unique("お知らせの試験");
  const { id, number } = await write(city, { title });

  await test.step("一覧に未読として並び、ベルに件数が出る", async () => {
    await contractor.page.goto(contractor.at("/notices"));
    await expect(async () => {
      await contractor.page.reload();
      await expect(row(contractor, title)).toBeVisible({ timeout: 2_000 });
    }).toPass(soon);
    await expect(row(contractor, title)).toContainText("作業依頼を作成");
    await expect(row(contractor, title)).toContainText("未読");
    await expect(contractor.page.getByRole("link", { name: /^お知らせ.*未読\d+件$/ })).toBeVisible();
    await expectAccessibleInBothLanguages(contractor.page);
  });

  await test.step("書いた本人には知らされない", async () => {
    await city.page.goto(city.at("/notices"));
    await expect(city.page.getByRole("heading", { level: 1, name: "お知らせ" })).toBeVisible();
    await expect(city.page.getByText("読み込んでいます…")).toHaveCount(0);
    await expect(row(city, title)).toHaveCount(0);
  });

  await test.step("依頼を開くと既読になる", async () => {
    await row(contractor, title)
      .getByRole("link", { name: `${number} ${title}` })
      .click();
    await expect(contractor.page).toHaveURL(new RegExp(`/requests/${id}$`));
    await contractor.page.goto(contractor.at("/notices?unread=true"));
    await expect(contractor.page.getByRole("checkbox", { name: "未読だけ" })).toBeChecked();
    await expect(contractor.page.getByText("読み込んでいます…")).toHaveCount(0);
    await expect(row(contractor, title)).toHaveCount(0);
  });
});

test("すべて既読にする", async ({ as }) => {
  const city = await as("city_section");
  const contractor = await as("responsible");
  const title = unique("既読の試験");
  await write(city, { title });
  await contractor.page.goto(contractor.at("/notices"));
  await expect(async () => {
    await contractor.page.reload();
    await expect(row(contractor, title)).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  await contractor.page.getByRole("button", { name: "すべて既読にする" }).click();
  await expect(toast(contractor.page, "すべて既読にしました。")).toBeVisible();
  await expect(row(contractor, title).getByText("未読", { exact: true })).toHaveCount(0);
});

test("受け取り方を選ぶと残り、別の画面が先なら入力を失わない", async ({ as, complaints }) => {
  const desk = await as("worker");
  const { page } = desk;
  const path = desk.at("/notices/choices");
  const requests = page.getByRole("row").filter({ hasText: "依頼の受付・結果・確認" });

  await test.step("選んで保存する", async () => {
    await page.goto(path);
    await expect(page.getByText("メールサーバーが設定されていないため")).toBeVisible();
    await requests.getByRole("radio", { name: "依頼の受付・結果・確認: すぐにメール" }).check();
    await page.getByLabel("まとめて送る時刻").fill("25:00");
    await expect(page.getByText("時刻は 08:30 のように入力してください。")).toBeVisible();
    await page.getByLabel("まとめて送る時刻").fill("16:45");
    await page.getByRole("button", { name: "保存する" }).click();
    await expect(toast(page, "受け取り方を保存しました。")).toBeVisible();
    await page.reload();
    await expect(requests.getByRole("radio", { name: "依頼の受付・結果・確認: すぐにメール" })).toBeChecked();
    await expect(page.getByLabel("まとめて送る時刻")).toHaveValue("16:45");
    await expectAccessibleInBothLanguages(page);
  });

  await test.step("別の画面が先に保存した", async () => {
    await page.getByLabel("まとめて送る時刻").fill("10:00");
    const { page: other } = await as("worker");
    await other.goto(path);
    await other.getByLabel("まとめて送る時刻").fill("09:15");
    await other.getByRole("button", { name: "保存する" }).click();
    await expect(toast(other, "受け取り方を保存しました。")).toBeVisible();
    await page.getByRole("button", { name: "保存する" }).click();
    await expect(page.getByText("ほかの画面で先に変えました。")).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 412")]);
    await expect(page.getByLabel("まとめて送る時刻")).toHaveValue("10:00");
    await page.getByRole("button", { name: "保存する" }).click();
    await expect(toast(page, "受け取り方を保存しました。")).toBeVisible();
  });
});

test("自分のメールアドレスを登録する", async ({ as, complaints }) => {
  const { page } = await as("worker");
  await page.goto("/account");
  const field = page.getByLabel("お知らせを受け取るアドレス");
  await field.fill("これはアドレスではない");
  await page.getByRole("button", { name: "アドレスを保存する" }).click();
  await expect(page.getByText("の形で、半角の英数字と記号で入力してください").first()).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 422")]);
  await field.fill("kakuu@example.jp");
  await page.getByRole("button", { name: "アドレスを保存する" }).click();
  await expect(toast(page, "メールアドレスを保存しました。")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("kakuu@example.jp");
});

test("Webhookを登録し、内側の宛先には送られないことを確かめ、削除する", async ({ as, complaints }) => {
  const { page } = await as("city_section");
  const name = unique("受け手");
  await page.goto("/admin/webhooks");

  await test.step("鍵は一度だけ表示される", async () => {
    await page.getByRole("button", { name: "Webhookを登録" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("名前").fill(name);
    await dialog.getByLabel("送り先のURL").fill("http://127.0.0.1:9/hook");
    await dialog.getByLabel("期限").check();
    await dialog.getByRole("button", { name: "Webhookを登録" }).click();
    await expect(dialog.getByText("httpは使えません").first()).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 422")]);
    await dialog.getByLabel("送り先のURL").fill("https://127.0.0.1:9/hook");
    await dialog.getByRole("button", { name: "Webhookを登録" }).click();
    await expect(dialog.getByLabel("署名の鍵")).toHaveValue(/^[\w-]{43}$/);
    await dialog.getByRole("button", { name: "閉じる" }).last().click();
  });

  await test.step("試しに送ると、許可されていない宛先だと分かる", async () => {
    await page.getByRole("button", { name: `送信を見る ${name}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "試しに送る" }).click();
    await expect(dialog.getByText("127.0.0.1 is not allowed")).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByText("送れませんでした")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("削除する", async () => {
    await expectAccessibleInBothLanguages(page);
    await page.getByRole("button", { name: `削除する ${name}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "削除する" }).click();
    await expect(toast(page, "Webhookを削除しました。")).toBeVisible();
    await expect(page.getByText(name, { exact: true })).toHaveCount(0);
  });
});

test("管理者は、メールを送れない設定だと分かる", async ({ as }) => {
  const { page } = await as("administrator");
  await page.goto("/admin/mail");
  await expect(page.getByText("メールサーバーが設定されていません。")).toBeVisible();
  await expect(page.getByText("判断の要るメールはありません。")).toBeVisible();
});
