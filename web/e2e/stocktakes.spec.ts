import { expectAccessible } from "./accessible";
import { expect, test, toast } from "./house";

test("棚卸で、台帳と拠点の機器を照らし合わせる", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const units = (await (await page.request.get(desk.api("/register?limit=200&use=in_service"))).json())
    .items as {
    id: string;
    number: string;
    site_id: string;
    site: string;
  }[];
  const here = units.filter(({ site_id }) => site_id === units[0]?.site_id);
  const other = units.find(({ site_id }) => site_id !== units[0]?.site_id);
  const [first, second] = here;
  if (!first || !second || !other) throw new Error("the worked example has devices at two sites");
  const lines = page.getByRole("table", { name: "機器ごとの結果" });
  const sites = page.getByRole("table", { name: "拠点ごとの結果" });

  await test.step("始める", async () => {
    await page.goto(desk.at("/register/stocktakes"));
    await expectAccessible(page);
    await page.getByRole("button", { name: "棚卸を始める" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("題名").fill("秋の棚卸");
    await dialog.getByRole("button", { name: "棚卸を始める" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "秋の棚卸" })).toBeVisible();
  });

  await test.step("ハンドスキャナで読み取る", async () => {
    const code = page.getByLabel("QRコード・機器ID");
    await code.fill(first.id);
    await code.press("Enter");
    await expect(page.getByText("読み取る拠点を選んでください。").first()).toBeVisible();
    await page.getByLabel("読み取る拠点").selectOption(first.site_id);
    const read = async (text: string, told: string) => {
      await code.fill(text);
      await code.press("Enter");
      await expect(page.getByRole("list", { name: "最後に読み取ったもの" })).toContainText(told);
    };
    await read(first.id, `一致 ${first.number}`);
    await read(second.number.toLowerCase(), `一致 ${second.number}`);
    await read(other.number, `台帳と違う拠点 ${other.number}`);
    await read("X-0001", "台帳にない X-0001");
    // A scanner does not wait for the answer to what it read before.
    await page.route("**/findings", async (route) => {
      await new Promise((answer) => setTimeout(answer, 400));
      await route.continue();
    });
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/findings")) sent += 1;
    });
    for (const text of [first.number, second.number, other.number]) {
      await code.fill(text);
      await code.press("Enter");
      await expect(code).toHaveValue("");
    }
    await expect(page.getByRole("list", { name: "最後に読み取ったもの" })).toContainText(other.number);
    expect(sent).toBe(3);
    await page.unroute("**/findings");
    await code.fill("sapporo-r7-juki-cs/D-0014");
    await code.press("Enter");
    await expect(page.getByRole("alert")).toContainText("他の契約のラベルです。この棚卸には記録しません。");
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 422")]);
    await expectAccessible(page);
  });

  await test.step("拠点の確認を終えると、残りは見つからない機器になる", async () => {
    await page.getByRole("button", { name: `${first.site}の確認を終える` }).click();
    await expect(page.getByRole("button", { name: `${first.site}の確認を再開する` })).toBeVisible();
    await page.getByRole("combobox", { name: "結果" }).selectOption("missing");
    const result = await page.request.get(
      desk.api(`/stocktakes/${new URL(page.url()).pathname.split("/").at(-1)}`),
    );
    const there = (await result.json()).sites.find(
      ({ site_id }: { site_id: string }) => site_id === first.site_id,
    );
    expect(there.tally).toMatchObject({
      found: 2,
      missing: there.tally.expected - 2,
      elsewhere: 1,
      unknown: 1,
      open: 0,
    });
    await expect(lines.getByRole("row")).toHaveCount(there.tally.missing + 1);
    await page.getByRole("combobox", { name: "結果" }).selectOption("unknown");
    await lines.getByRole("button", { name: "X-0001の読取を取り消す" }).click();
    await expect(toast(page, "読取を取り消しました。")).toBeVisible();
    await expect(page.getByText("条件に合うものはありません。")).toBeVisible();
  });

  await test.step("確認していない拠点があれば終えられない", async () => {
    await page.getByRole("button", { name: "棚卸を終える" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "台を確認していません。" })).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
    for (const name of new Set(units.map(({ site }) => site).filter((site) => site && site !== first.site)))
      await sites.getByRole("button", { name: `${name}の確認を終える` }).click();
    await expect(sites.getByRole("button", { name: /の確認を終える$/ })).toHaveCount(0);
    await page.getByRole("button", { name: "棚卸を終える" }).click();
    await expect(toast(page, "棚卸を終えました。")).toBeVisible();
    await expectAccessible(page);
  });
});

test("QRラベルをA4の用紙に印刷できる", async ({ as }) => {
  const desk = await as("worker");
  const { page } = desk;
  await page.goto(desk.at("/register/labels"));
  await expect(page.getByRole("region", { name: "用紙1" })).toBeVisible();
  await page.getByLabel("使い終わった面の数").fill("23");
  await expect(page.getByRole("region", { name: "用紙2" })).toBeVisible();
  await expectAccessible(page);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  // 23 used stickers and one label on the first sheet: no sheet is left empty, and nothing else is printed.
  const sheets = await page.getByRole("region", { name: /^用紙\d+$/ }).count();
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(sheets);
});
