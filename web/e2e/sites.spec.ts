import { expectAccessible } from "./accessible";
import { floorPlan } from "./floor-plan";
import { expect, test, toast } from "./house";

test("拠点が移転し、開設され、階と席に機器が並ぶ", async ({ as, complaints }) => {
  test.slow(); // looks with axe again and again
  const desk = await as("worker");
  const { page } = desk;
  const first = (await (await page.request.get(desk.api("/register?limit=1&use=in_service"))).json())
    .items[0] as { id: string; number: string; site_id: string; site: string };

  await test.step("一覧で探し、拠点を開く", async () => {
    await page.goto(desk.at("/sites"));
    await expectAccessible(page);
    await page.getByLabel("番号・名前・住所・部署").fill(first.site);
    const rows = page.getByRole("table", { name: "拠点" }).getByRole("row");
    await expect(rows).toHaveCount(3);
    await page.getByRole("link", { name: first.site }).click();
    await expect(page.getByRole("heading", { level: 1, name: first.site })).toBeVisible();
    await expect(page.getByRole("table", { name: "機器の一覧" })).toContainText(first.number);
    await expectAccessible(page);
  });

  await test.step("移転しても、前の住所が残る", async () => {
    await page.getByRole("button", { name: "内容を変える" }).click();
    const dialog = page.getByRole("dialog");
    const before = await dialog.getByLabel("所在地").inputValue();
    await dialog.getByLabel("所在地").fill("架空市見本町1丁目1");
    await dialog.getByLabel("理由").fill("庁舎の移転");
    await dialog.getByRole("button", { name: "内容を変える" }).click();
    await expect(toast(page, "拠点の内容を変えました。")).toBeVisible();
    const history = page.getByRole("table", { name: "これまでの内容" });
    await expect(history).toContainText("架空市見本町1丁目1");
    await expect(history).toContainText(before);
    await expect(history).toContainText("庁舎の移転");
  });

  await test.step("機器のある拠点は閉鎖できない", async () => {
    await page.getByRole("button", { name: "閉鎖する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("理由").fill("統合");
    await dialog.getByRole("button", { name: "閉鎖する" }).click();
    await expect(dialog.getByText(/この拠点に機器が\d+台あります/).first()).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("status of 409")]);
    await dialog.getByRole("button", { name: "やめる" }).click();
  });

  await test.step("連絡先を加える", async () => {
    await page.getByRole("button", { name: "連絡先を加える" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("名前・窓口").fill("庶務係");
    await dialog.getByLabel("電話番号").fill("０１１－０００－００００");
    await dialog.getByRole("button", { name: "連絡先を加える" }).click();
    await expect(page.getByRole("link", { name: "011-000-0000" })).toBeVisible();
  });

  await test.step("階と席を登録する", async () => {
    await page.getByRole("link", { name: "階と席を編集" }).click();
    await page.getByRole("button", { name: "階を加える" }).click();
    await page.getByLabel("階の名前").fill("2階");
    await page.getByRole("button", { name: "2階に席を加える" }).click();
    await page.getByLabel("2階の1番目の席の名前").fill("窓口1");
    await page.getByRole("button", { name: "2階に席を加える" }).click();
    await page.getByRole("button", { name: "登録する" }).click();
    await expect(toast(page, "階と席を登録しました。")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("見取図に席をキーボードとマウスと数字で置く", async () => {
    const buffer = await floorPlan(page);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "plan.png", mimeType: "image/png", buffer });
    await expect(toast(page, "見取図を登録しました。")).toBeVisible();
    await page.getByRole("button", { name: "窓口1を図に置く" }).click();
    const marker = page.getByRole("button", { name: /^窓口1 横/ });
    await marker.focus();
    await marker.press("ArrowLeft");
    await marker.press("Shift+ArrowDown");
    await expect(marker).toHaveAccessibleName(/横49\.0％ 縦55\.0％/);
    await page.getByLabel("窓口1の横の位置（％）").fill("２５");
    await expect(marker).toHaveAccessibleName(/横25\.0％/);
    const box = await page.locator(".plan img").boundingBox();
    const at = await marker.boundingBox();
    if (!box || !at) throw new Error("the plan is shown");
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.78, { steps: 5 });
    await page.mouse.up();
    await expect(marker).toHaveAccessibleName(
      /横40\.\d％ 縦78\.\d％|横40\.\d％ 縦77\.\d％|横39\.\d％ 縦7[78]\.\d％/,
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "登録する" }).click();
    await expect(toast(page, "階と席を登録しました。")).toBeVisible();
  });

  await test.step("席を場所に選んだ機器が、図と表に出る", async () => {
    await page.goto(desk.at(`/register/${first.id}`));
    await page.getByRole("button", { name: "異動を記録する" }).click();
    const dialog = page.getByRole("dialog");
    const place = dialog.getByLabel("場所（階・課・席）");
    await expect(dialog.locator("datalist option")).toHaveCount(2);
    await place.fill("2階 窓口1");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expect(page.getByText("2階 窓口1").first()).toBeVisible();
    await page.goto(desk.at(`/sites/${first.site_id}`));
    await expect(
      page.getByRole("table", { name: "2階の席" }).getByRole("row", { name: /窓口1/ }),
    ).toContainText(`${first.number}`);
    await expect(page.locator(".plan-seat").filter({ hasText: "窓口1" })).toContainText(`○${first.number}`);
    await expectAccessible(page);
  });

  await test.step("一覧を取り込む", async () => {
    await page.goto(desk.at("/sites/import"));
    await expectAccessible(page);
    const csv = "整理No,拠点,所在地\n90,架空分庁舎,架空市見本町2丁目\n";
    const choose = (content: string) =>
      page.locator('input[type="file"]').setInputFiles({
        name: "sites.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(content),
      });
    await choose(csv);
    await page.getByLabel("A 整理No").selectOption("number");
    await page.getByLabel("B 拠点").selectOption("name");
    await page.getByRole("button", { name: "この意味で読み直す" }).click();
    await expect(page.getByRole("table", { name: "拠点の一覧の取込" })).toContainText("架空分庁舎");
    await expectAccessible(page);
    await page.getByLabel("理由").fill("市の一覧");
    await page.getByRole("button", { name: "登録する" }).click();
    await expect(page.getByText("新規1件、変更0件です。")).toBeVisible();
    await page.getByRole("link", { name: "拠点の一覧へ" }).click();
    await expect(page.getByRole("link", { name: "90 架空分庁舎" })).toBeVisible();
  });
});
