import { expectAccessible } from "./accessible";
import { type Desk, expect, test, toast } from "./house";

/** Some minutes ago by the server, which lives on a day of the worked example. */
async function minutesAgo(desk: Desk, minutes: number): Promise<string> {
  const { server_time } = await (await desk.page.request.get("/api/v1/session")).json();
  return `${new Date(Date.parse(server_time) - minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

async function handOver(desk: Desk, phenomenon: string, caseNumber = ""): Promise<string> {
  const made = await desk.send("post", "/incidents", {
    intake: { phenomenon, place: "1階 3番窓口", contact_person: "窓口 花子" },
    handed_over: true,
    case_number: caseNumber,
    at: await minutesAgo(desk, 30),
    person: "見本 太郎",
    city_person: "見本 太郎",
  });
  expect(made.status()).toBe(201);
  return desk.at(`/incidents/${(await made.json()).id}`);
}

test("現地担当者が連絡し、市が指示し、受託者が復旧させて完了する", async ({ as }) => {
  test.slow(); // three people, looked at with axe again and again
  const mark = Date.now().toString(36);
  const site = await as("site_contact");
  let address = "";

  await test.step("現地担当者は、今日の画面から端末と現象を選んで送る", async () => {
    const { page } = site;
    await page.goto(site.at("/today"));
    await page.getByRole("link", { name: "障害を連絡する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "障害を連絡する" })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(/^機器(?!を|の)/).selectOption({ index: 1 });
    await page.getByRole("button", { name: "電源が入らない" }).click();
    await page.getByLabel("エラーの文言").fill(`表示なし ${mark}`);
    await page.getByRole("button", { name: "送信" }).click();
    await expect(toast(page, "障害を登録しました。")).toBeVisible();
    await expect(page.getByText("連絡はシステムの担当課に届きました。")).toBeVisible();
    await expectAccessible(page);
    address = new URL(page.url()).pathname;
  });

  await test.step("市の担当課が案件管理番号を入れ、対応を指示すると時計が動く", async () => {
    const section = await as("city_section");
    const { page } = section;
    await page.goto(address);
    await page.getByRole("button", { name: "引継事項を直す" }).click();
    const correct = page.getByRole("dialog");
    await correct.getByLabel("案件管理番号").fill(`K-${mark}`);
    await expectAccessible(page);
    await correct.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "引継事項を直しました。")).toBeVisible();
    await page.getByRole("button", { name: "対応を指示する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "対応を指示する" }).click();
    await expect(page.getByRole("heading", { name: "サービスレベル" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("受託者が連絡・復旧・動作確認を記録し、結果を書いて完了する", async () => {
    const worker = await as("worker");
    const { page } = worker;
    await page.goto(address);
    const record = async (button: string, fill: Record<string, string> = {}) => {
      await page.getByRole("button", { name: button, exact: true }).first().click();
      const dialog = page.getByRole("dialog");
      for (const [label, text] of Object.entries(fill)) await dialog.getByLabel(label).fill(text);
      await dialog.getByRole("button", { name: button, exact: true }).click();
      await expect(dialog).toBeHidden();
    };
    await record("現場に連絡した");
    await record("復旧した", { 行ったこと: "電源ケーブルを差し直した" });
    await record("動作を確認した", { 動作を確認した利用者: "窓口 花子" });
    await page.getByRole("button", { name: "結果を書く" }).click();
    const outcome = page.getByRole("dialog");
    await outcome.getByLabel("対応と結果").fill("電源ケーブルの緩みを直した。");
    await expectAccessible(page);
    await outcome.getByRole("button", { name: "記録する" }).click();
    await expect(toast(page, "結果を記入しました。")).toBeVisible();
    await record("完了する");
    await expect(page.getByText("現場作業なし（対象外）")).toBeVisible();
    await expect(page.getByRole("button", { name: "再開する" })).toBeVisible();
  });

  await test.step("現地担当者は自分の拠点の障害の結果を読める", async () => {
    await site.page.goto(address);
    await expect(site.page.getByText("電源ケーブルの緩みを直した。")).toBeVisible();
  });
});

test("待ちと取消しが経過に残り、証跡の区間が足し合わさる", async ({ as }) => {
  const desk = await as("worker");
  const { page } = desk;
  const section = await as("city_section");
  await page.goto(await handOver(section, "タッチパネルがずれる"));
  await page.getByRole("button", { name: "待ちを始める" }).click();
  const wait = page.getByRole("dialog");
  await wait.getByLabel("数えないことに同意した市の担当者").fill("見本 太郎");
  await wait.getByLabel("待つ理由").fill("会議中で入れない");
  await expectAccessible(page);
  await wait.getByRole("button", { name: "待ちを始める" }).click();
  await expect(page.getByText("停止中（待ち）").first()).toBeVisible();

  await page.getByRole("link", { name: "証跡を見る" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "現場への連絡時間の証跡" })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();

  const course = page.getByRole("table", { name: "経過" });
  await course.getByRole("button", { name: "「待ち（数えない）」" }).click();
  const back = page.getByRole("dialog");
  await back.getByLabel("理由").fill("別の障害の記録だった");
  await back.getByRole("button", { name: "取り消す" }).click();
  await expect(toast(page, "取り消しました。")).toBeVisible();
  await expect(course.getByRole("row")).toHaveCount(2);
  await page.getByLabel("取り消した記録も表示").check();
  await expect(course.getByText("取消し：別の障害の記録だった")).toBeVisible();
  await expectAccessible(page);
});

test("市の担当課が重大度を決めると、対応の区分が変わる", async ({ as }) => {
  const desk = await as("city_section");
  const { page } = desk;
  const made = await desk.send("post", "/incidents", {
    intake: { phenomenon: "応答が遅い", place: "機械室", contact_person: "窓口 花子", class: "server" },
    handed_over: true,
    at: await minutesAgo(desk, 30),
    person: "見本 太郎",
    city_person: "見本 太郎",
  });
  expect(made.status()).toBe(201);
  await page.goto(desk.at(`/incidents/${(await made.json()).id}`));
  await expect(page.getByText("直ちに現地で対応します。")).toBeVisible();
  await expect(page.getByText("市はまだ決めていません。")).toBeVisible();
  await page.getByRole("button", { name: "重大度を決める" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("重大度").selectOption("minor");
  await dialog.getByLabel("決めた市の担当者").fill("見本 太郎");
  await dialog.getByLabel("理由").fill("窓口の業務は続けられる");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "重大度を決める" }).click();
  await expect(toast(page, "重大度を決めました。")).toBeVisible();
  await expect(page.getByText("できる範囲で対応します（時間の定めなし）。")).toBeVisible();
  await expectAccessible(page);
});

test("障害の一覧で、残り時間と状態で探せる", async ({ as }) => {
  const desk = await as("city_section");
  const mark = Date.now().toString(36);
  await handOver(desk, `印刷できない ${mark}`);
  const { page } = desk;
  await page.goto(desk.at(`/incidents?q=${mark}`));
  const list = page.getByRole("table", { name: "障害" });
  await expect(list.getByRole("row")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByLabel("状態").selectOption("closed");
  await expect(page.getByText("条件に合う障害はありません。")).toBeVisible();
});

/** A Wednesday in the middle of the month before, which is never a holiday, at a time of the day in Japan. */
async function lastMonth(desk: Desk): Promise<{ month: string; at: (time: string) => string }> {
  const { server_time } = await (await desk.page.request.get("/api/v1/session")).json();
  const today = new Date(Date.parse(server_time) + 9 * 3600_000);
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
  const month = first.toISOString().slice(0, 7);
  const twelfth = new Date(`${month}-12T00:00:00Z`).getUTCDay();
  const day = 12 + ((3 - twelfth + 7) % 7);
  return { month, at: (time) => `${month}-${day}T${time}:00+09:00` };
}

async function closeLastMonth(desk: Desk, at: (time: string) => string, mark: string): Promise<string> {
  const made = await desk.send("post", "/incidents", {
    intake: { phenomenon: "印刷できない", place: "1階", contact_person: "窓口 花子" },
    handed_over: true,
    case_number: `M-${mark}`,
    at: at("09:00"),
    person: "見本 太郎",
    city_person: "見本 太郎",
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  let version = 1;
  const record = async (act: string, time: string) => {
    const body = { act, at: at(time), person: "保全 三枝", city_person: "窓口 花子", text: "差し直した" };
    expect((await desk.send("post", `/incidents/${id}/entries`, body, version++)).status()).toBe(200);
  };
  await record("contacted", "09:20");
  await record("restored", "09:40");
  await record("checked", "09:45");
  const outcome = { action: "差し直した", cause: "配線", miss_reasons: [] };
  expect((await desk.send("put", `/incidents/${id}/outcome`, outcome, version++)).status()).toBe(200);
  await record("closed", "09:50");
  return desk.at(`/incidents/${id}`);
}

test("先月のサービスレベルを月次表で確かめて市に提出し、そのあとは訂正の注記を書く", async ({
  as,
  complaints,
}) => {
  const desk = await as("responsible");
  const { page } = desk;
  const mark = Date.now().toString(36);
  const { month, at } = await lastMonth(desk);
  const address = await closeLastMonth(desk, at, mark);

  await page.goto(desk.at("/incidents"));
  await page.getByRole("link", { name: "月次表" }).click();
  await page.getByRole("link", { name: "前の月" }).click();
  await expect(page).toHaveURL(new RegExp(`${month}$`));
  const row = page
    .getByRole("table", { name: "障害ごと" })
    .getByRole("row")
    .filter({ hasText: `M-${mark}` });
  await expect(row).toContainText("達成 0:20");
  await expect(row).toContainText("0:40");
  await page.getByLabel("分け方").selectOption("cause");
  await expect(page.getByRole("table", { name: "分けて見る: 原因" }).getByText("配線")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: /^(市に提出する|出し直す)$/ }).click();
  const report = page.getByRole("dialog");
  await expect(report.getByText("提出した表は、そのままの形で残ります。")).toBeVisible();
  await expectAccessible(page);
  await report.getByRole("button", { name: /^(市に提出する|出し直す)$/ }).click();
  await expect(toast(page, "月次表を提出しました。")).toBeVisible();
  await expect(page.getByText("版を提出済み")).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "再開する" }).click();
  const reopen = page.getByRole("dialog");
  await reopen.getByLabel("再開の理由").fill("原因の誤り");
  await reopen.getByRole("button", { name: "再開する" }).click();
  await expect(reopen.getByText("市に報告済みです").first()).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
  await reopen.getByRole("button", { name: "やめる" }).click();
  await page.getByRole("button", { name: "訂正の注記を書く" }).click();
  const note = page.getByRole("dialog");
  await note.getByLabel("訂正する内容").fill("原因は配線ではなく電源");
  await note.getByRole("button", { name: "訂正の注記を書く" }).click();
  await expect(page.getByRole("table", { name: "経過" }).getByText("原因は配線ではなく電源")).toBeVisible();
});

test("足りない記入は、送る前に欄ごとに示す", async ({ as }) => {
  const desk = await as("city_section");
  const { page } = desk;
  await page.goto(desk.at("/incidents/new"));
  await page.getByRole("button", { name: "送信" }).click();
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("link", { name: "現象を入力してください。" })).toBeVisible();
  await expect(summary.getByRole("link", { name: "拠点を入力してください。" })).toBeVisible();
  await expect(summary.getByRole("link", { name: "現地担当者を入力してください。" })).toBeVisible();
  await expectAccessible(page);
});

/** A terminal in service and a spare of the same model, of the worked example. */
async function unitAndSpare(desk: Desk) {
  const found = await desk.page.request.get(desk.api("/register?class=terminal&use=in_service&limit=50"));
  const [unit, spare] = (await found.json()).items.filter(
    ({ site_id, model }: { site_id: string | null; model: string }, _: number, all: { model: string }[]) =>
      site_id && model === all[0]?.model,
  );
  const { server_time } = await (await desk.page.request.get("/api/v1/session")).json();
  const moved = await desk.send("post", `/register/${spare.id}/moves`, {
    on: new Date(Date.parse(server_time) - 9 * 24 * 3_600_000).toISOString().slice(0, 10),
    site_id: spare.site_id,
    place: "予備機棚",
    use: "spare",
    cause: "change_of_use",
  });
  expect(moved.status(), await moved.text()).toBe(200);
  return { unit, spare };
}

test("復旧の流れが次の手順を示し、予備機との交換が機器台帳に入る", async ({ as }) => {
  test.slow(); // looked at with axe again and again
  const worker = await as("worker");
  const { page } = worker;
  const { unit, spare } = await unitAndSpare(worker);
  const made = await worker.send("post", "/incidents", {
    intake: {
      phenomenon: "画面が映らない",
      place: "1階 3番窓口",
      device_id: unit.id,
      contact_person: "窓口 花子",
    },
    handed_over: true,
    at: await minutesAgo(worker, 30),
    person: "見本 太郎",
    city_person: "見本 太郎",
  });
  expect(made.status(), await made.text()).toBe(201);
  await page.goto(worker.at(`/incidents/${(await made.json()).id}`));
  const flow = page.locator("#flow");
  const next = flow.locator('[aria-current="step"]');
  await expect(next).toContainText("現地担当者に電話し");
  await expect(flow.getByText("待っている相手：受託者")).toBeVisible();
  await expectAccessible(page);

  await next.getByRole("button", { name: "現場に連絡した" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "現場に連絡した" }).click();
  await expect(next).toContainText("訪問する時刻を知らせる");
  await next.getByRole("button", { name: "記録する" }).click();
  const step = page.getByRole("dialog");
  await expectAccessible(page);
  await step.getByRole("button", { name: "記録する" }).click();
  await expect(toast(page, "手順を記録しました。")).toBeVisible();

  await flow.getByRole("button", { name: "予備機と交換する", exact: true }).click();
  const swap = page.getByRole("dialog");
  await swap.getByLabel("代わりに置いた予備機").selectOption(spare.id);
  await expectAccessible(page);
  await swap.getByRole("button", { name: "予備機と交換する", exact: true }).click();
  await expect(toast(page, "予備機と交換し、機器台帳に書きました。")).toBeVisible();
  await expect(flow.getByText(`${unit.number} を ${spare.number} と交換`)).toBeVisible();
  await expectAccessible(page);
  const after = await worker.page.request.get(worker.api(`/register?q=${unit.number}`));
  expect((await after.json()).items[0].use).toBe("repair");

  await flow.getByRole("button", { name: "「故障した機器を予備機と交換する」の記録を取り消す" }).click();
  const back = page.getByRole("dialog");
  await back.getByLabel("取り消す理由").fill("別の機器だった");
  await back.getByRole("button", { name: "取り消す" }).click();
  await expect(toast(page, "取り消しました。")).toBeVisible();
  await flow.getByText("記録の履歴").click();
  await expect(flow.getByText("取消し：別の機器だった")).toBeVisible();
  const restored = await worker.page.request.get(worker.api(`/register?q=${unit.number}`));
  expect((await restored.json()).items[0].use).toBe("in_service");

  await flow.getByRole("button", { name: "流れを変える" }).click();
  const change = page.getByRole("dialog");
  await expectAccessible(page);
  await change.getByRole("button", { name: "やめる" }).click();
});
