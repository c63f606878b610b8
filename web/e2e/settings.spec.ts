import { expect, test, toast, unique } from "./house";

const contractTitle = "住民窓口端末等運用サポート業務（見本）";

/** Takes in a list with one more holiday, and puts the former list back. */
test("管理者が祝日のCSVを選び、違いを確かめて替える", async ({ as }) => {
  const { page } = await as("administrator");
  const { readFileSync } = await import("node:fs");
  const official = readFileSync("../data/holidays/syukujitsu.csv");
  const extra = Buffer.concat([
    official,
    Buffer.from("2027/12/24,", "ascii"),
    Buffer.from([0x8b, 0x78, 0x93, 0xfa]),
    Buffer.from("\r\n"),
  ]);
  const take = async (name: string, buffer: Buffer) => {
    await page.getByLabel("祝日のCSVを選ぶ").setInputFiles({ name, mimeType: "text/csv", buffer });
    const difference = page.getByRole("table", { name: `${name} との違い` });
    await expect(difference.getByRole("row")).toHaveCount(2);
    return difference;
  };
  await page.goto("/admin/holidays");
  await expect(page.getByText("製品に含まれる一覧")).toBeVisible();

  await test.step("やめると何も変わらない", async () => {
    await take("extra.csv", extra);
    await page.getByRole("button", { name: "やめる" }).click();
    await expect(page.getByText("製品に含まれる一覧")).toBeVisible();
  });

  await test.step("追加の日を確かめて替える", async () => {
    const difference = await take("extra.csv", extra);
    await expect(difference.getByRole("row").nth(1)).toContainText("令和9年12月24日（金）");
    await expect(difference.getByRole("row").nth(1)).toContainText("追加");
    await expect(difference.getByRole("row").nth(1)).toContainText("休日");
    await page.getByRole("button", { name: "この一覧に替える" }).click();
    await expect(toast(page, "祝日の一覧を替えました。")).toBeVisible();
    await expect(page.getByText("1回目の取り込み")).toBeVisible();
  });

  await test.step("暦はその日を閉庁にする", async () => {
    const worker = await as("worker");
    const answer = await worker.page.request.get(worker.api("/calendar/days?from=2027-12-24&to=2027-12-24"));
    expect((await answer.json()).items[0]).toMatchObject({ open: false, holiday_name: "休日" });
  });

  await test.step("もとの一覧に戻す", async () => {
    await expect((await take("syukujitsu.csv", official)).getByRole("row").nth(1)).toContainText("削除");
    await page.getByRole("button", { name: "この一覧に替える" }).click();
    await expect(page.getByText("2回目の取り込み")).toBeVisible();
  });
});

test("管理者が役割を終え、利用者を止めると、その人は入れなくなる", async ({ as, stranger }) => {
  const { page } = await as("administrator");
  const login = unique("taishoku");
  const name = `退職 ${login}`;
  const password = "ゆく河の流れは絶えずして";
  const guest = await stranger();

  await test.step("役割のある利用者を用意する", async () => {
    const { csrf } = await (await page.request.get("/api/v1/session")).json();
    const headers = { "X-Hoshuban-CSRF": csrf };
    const made = await page.request.post("/api/v1/people", { data: { login, name }, headers });
    expect(made.status()).toBe(201);
    const { id } = await made.json();
    const given = await page.request.post("/api/v1/contracts/mihon-city/members", {
      data: { person_id: id, role: "worker", from: "2026-04-01" },
      headers,
    });
    expect(given.status()).toBe(201);
    const link = await (await page.request.post(`/api/v1/people/${id}/link`, { headers })).json();
    const token = new URL(
      link.url,
      page.url() === "about:blank" ? "http://localhost" : page.url(),
    ).searchParams.get("token");
    const begun = await guest.request.post("/api/v1/setup", { data: { token, login, name, password } });
    expect(begun.status()).toBe(201);
    await guest.goto("/");
    await expect(guest.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  });

  await test.step("役割を終えると、契約は見えなくなる", async () => {
    await page.goto("/admin/roles");
    await page.getByRole("combobox", { name: /^契約/ }).selectOption({ label: contractTitle });
    await page
      .getByRole("row")
      .filter({ hasText: name })
      .getByRole("button", { name: /^終える/ })
      .click();
    const dialog = page.getByRole("dialog", { name: `${name} さんの「作業従事者」を終える` });
    await dialog.getByRole("button", { name: "終える" }).click();
    await expect(toast(page, "役割を終えました。")).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText("終了");
    await expect(row.getByRole("button", { name: /^終える/ })).toHaveCount(0);
    expect((await guest.request.get("/api/v1/contracts/mihon-city/today")).status()).toBe(404);
    await guest.goto("/");
    await expect(guest.getByText("参加している契約がありません。")).toBeVisible();
  });

  await test.step("止めると、すぐにログアウトされる", async () => {
    await page.getByRole("link", { name: "利用者", exact: true }).click();
    await page.getByRole("searchbox").fill(login);
    await page
      .getByRole("row")
      .filter({ hasText: name })
      .getByRole("button", { name: `${name} さんを変更` })
      .click();
    const dialog = page.getByRole("dialog", { name: `${name} さんを変更` });
    await dialog.getByLabel("利用を停止する（すぐにログアウトされます）").check();
    await dialog.getByRole("button", { name: "登録する" }).click();
    await expect(toast(page, `${name} さんの登録を変えました。`)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: name })).toContainText("停止中");
    expect((await guest.request.get("/api/v1/session")).status()).toBe(401);
    const again = await guest.request.post("/api/v1/session", { data: { login, password } });
    expect(again.status()).toBe(401);
  });
});

test("APIトークンを作り、使い、取り消すと使えなくなる", async ({ as, request }) => {
  const { page, api } = await as("city_section");
  const name = unique("監視");
  await page.goto("/admin/tokens");
  await page
    .getByRole("main")
    .getByRole("combobox", { name: /^契約/ })
    .selectOption({ label: contractTitle });
  const secret = await test.step("作ると鍵が一度だけ見える", async () => {
    await page.getByRole("button", { name: "トークンを作る" }).click();
    const dialog = page.getByRole("dialog", { name: "トークンを作る" });
    await dialog.getByLabel("名前").fill(name);
    await dialog.getByLabel("役割").selectOption("auditor");
    await dialog.getByRole("button", { name: "トークンを作る" }).click();
    const once = page.getByRole("dialog", { name: `「${name}」の鍵` });
    const value = await once.getByLabel("鍵").inputValue();
    await once.getByRole("button", { name: "閉じる" }).click();
    return value;
  });
  const use = async () =>
    (await request.get(api("/today"), { headers: { Authorization: `Bearer ${secret}` } })).status();
  expect(await use()).toBe(200);
  await test.step("取り消す", async () => {
    await page
      .getByRole("row")
      .filter({ hasText: name })
      .getByRole("button", { name: /^取り消す/ })
      .click();
    const dialog = page.getByRole("dialog", { name: `「${name}」を取り消す` });
    await dialog.getByRole("button", { name: "取り消す" }).click();
    await expect(toast(page, "トークンを取り消しました。")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(0);
    expect(await use()).toBe(401);
  });
});
