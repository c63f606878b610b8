import { begin, type Desk, expect, type Request, test, toast, write } from "./house";

const restored = "前に書きかけた内容を戻しました。";

/** Types into a dialog, waits until the draft is kept, and closes the tab as if it were lost. */
async function leaveHalfWritten(desk: Desk, { id }: Request, button: string, field: string, text: string) {
  const { page, at } = desk;
  await page.goto(at(`/requests/${id}`));
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByLabel(field).fill(text);
  await expect.poll(() => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toContain(text);
  await page.reload();
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(restored)).toBeVisible();
  await expect(dialog.getByLabel(field)).toHaveValue(text);
  return dialog;
}

const noDraft = ({ page }: Desk) =>
  expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(".draft."))))
    .toEqual([]);

test("依頼のどの書きかけも、閉じても戻り、送ると消える", async ({ as }) => {
  const city = await as("city_section");
  const responsible = await as("responsible");
  const request = await write(city, { title: "書きかけの試し" });
  const { number } = request;

  await test.step("直しかけの内容は戻り、ほかの人が変えた欄はそのまま残る", async () => {
    const dialog = await leaveHalfWritten(
      city,
      request,
      "内容を直す",
      "作業内容",
      "三台とも変更してください。",
    );
    await dialog.press("Escape");
    const changed = await city.send(
      "patch",
      `/work-requests/${request.id}`,
      { title: "ほかの人が直した題" },
      1,
    );
    expect(changed.status()).toBe(200);
    await city.page.reload();
    await city.page.getByRole("button", { name: "内容を直す" }).click();
    await expect(city.page.getByRole("dialog").getByText(restored)).toBeVisible();
    await expect(city.page.getByRole("dialog").getByLabel("作業名")).toHaveValue("ほかの人が直した題");
    await city.page.getByRole("dialog").getByRole("button", { name: "保存する" }).click();
    await expect(toast(city.page, `${number} を保存しました。`)).toBeVisible();
    await noDraft(city);
  });

  await test.step("受付", async () => {
    const dialog = await leaveHalfWritten(responsible, request, "受け付ける", "予定工数(時間)", "12.5");
    await dialog.getByRole("button", { name: "受け付ける" }).click();
    await expect(toast(responsible.page, `${number} を受け付けました。`)).toBeVisible();
    await noDraft(responsible);
  });

  await test.step("結果", async () => {
    await begin(city, responsible, request.id, 4);
    const dialog = await leaveHalfWritten(
      responsible,
      request,
      "結果を記録する",
      "対応結果",
      "三台の設定を変更した。",
    );
    await dialog.getByLabel("実施した手順").fill("設定変更手順書");
    await dialog.getByLabel("実績工数(時間)").fill("3");
    await dialog.getByRole("button", { name: "結果を記録する" }).click();
    await expect(toast(responsible.page, `${number} の結果を記録しました。`)).toBeVisible();
    await noDraft(responsible);
  });

  await test.step("差し戻し", async () => {
    const signed = await responsible.send("post", `/work-requests/${request.id}/sign`, {}, 6);
    expect(signed.status()).toBe(200);
    const dialog = await leaveHalfWritten(city, request, "差し戻す", "理由", "四台目が変わっていません。");
    await dialog.getByRole("button", { name: "差し戻す" }).click();
    await expect(toast(city.page, `${number} を差し戻しました。`)).toBeVisible();
    await noDraft(city);
  });
});
