import {
  begin,
  type Desk,
  dateBoxes,
  expect,
  openGates,
  personOf,
  signIn,
  test,
  toast,
  unique,
  write,
} from "./house";

const contractTitle = "住民窓口端末等運用サポート業務（見本）";
const contractOfSpecimen = "令和7年度住基ネットCS・統合端末等運用サポート業務";
const specimen = "../tests/fixtures/work_requests/specimen.xlsx";

/** `2026/1/31` → `2026/2/28`. */
function oneMonthOn([year = "", month = "", day = ""]: string[]): string[] {
  const last = new Date(Date.UTC(Number(year), Number(month) + 1, 0)).getUTCDate();
  const next = new Date(Date.UTC(Number(year), Number(month), Math.min(Number(day), last)));
  return [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()].map(String);
}

test("市の一覧をExcelから取り込み、様式で出力した一覧はそのまま変更なしで戻る", async ({ stranger }) => {
  const page = await stranger();
  await signIn(page, "city_section");
  const menu = page.getByRole("navigation", { name: "メニュー" });
  const counts = page.getByRole("group", { name: "表示する行" });

  await test.step("一覧の様式が定められた契約に切り替える", async () => {
    await page.getByRole("button", { name: contractTitle }).click();
    const switcher = page.getByRole("navigation", { name: "契約を切り替える" });
    await expect(switcher.getByRole("link")).toHaveCount(6);
    await switcher.getByRole("link", { name: contractOfSpecimen }).click();
    await expect(page.getByText("契約期間は終わりました")).toBeVisible();
  });

  await test.step("取り込む前に、行ごとの扱いを確かめる", async () => {
    await menu.getByRole("link", { name: "依頼" }).click();
    await page.getByRole("link", { name: "取込" }).click();
    await page.getByLabel("一覧のファイル").setInputFiles(specimen);
    await expect(counts.getByRole("button")).toHaveText([
      /取込不可 0件$/,
      /変更 0件$/,
      /新規 4件$/,
      /変更なし 0件$/,
      /すべて 4件$/,
    ]);
    await expect(counts.getByRole("button", { name: "新規 4件" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText("新規4件、変更0件を登録します。")).toBeVisible();
  });

  await test.step("登録すると一覧に並ぶ", async () => {
    await page.getByRole("button", { name: "登録する" }).click();
    await expect(page.getByText("specimen.xlsx を登録しました")).toBeVisible();
    await expect(page.getByText("新規4件、変更0件です。")).toBeVisible();
    await page.getByRole("link", { name: "一覧を開く" }).click();
    await page.getByRole("searchbox", { name: "検索" }).fill("A21A");
    await expect(page.getByText("4件を表示")).toBeVisible();
    const grid = page.getByRole("grid", { name: "作業依頼一覧" });
    await expect(grid.getByRole("link", { name: /^A21A-/ })).toHaveText([
      "A21A-01",
      "A21A-02",
      "A21A-03",
      "A21A-04",
    ]);
    const states = ["完了", "札幌市確認中", "委託先対応中", "依頼中"];
    for (const [index, state] of states.entries()) {
      const row = grid.getByRole("row").filter({ hasText: `A21A-0${index + 1}` });
      await expect(row.getByRole("gridcell").nth(8)).toContainText(state);
    }
    await page.getByRole("button", { name: "条件を消す" }).click();
  });

  await test.step("様式で出力し、同じファイルを取り込むと変更はない", async () => {
    const status = page.getByText(/^\d+件を表示/);
    await expect(status).toBeVisible();
    const total = /^\d+/.exec(await status.innerText())?.[0];
    await page.getByRole("button", { name: "出力" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "一覧の様式（Excel）" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const copy = test.info().outputPath("exported.xlsx");
    await download.saveAs(copy);
    await page.getByRole("link", { name: "取込" }).click();
    await page.getByLabel("一覧のファイル").setInputFiles(copy);
    await expect(counts.getByRole("button")).toHaveText([
      /取込不可 0件$/,
      /変更 0件$/,
      /新規 0件$/,
      new RegExp(`変更なし ${total}件$`),
      new RegExp(`すべて ${total}件$`),
    ]);
    await expect(page.getByText("台帳と違う行はありません。登録するものはありません。")).toBeVisible();
    await expect(page.getByRole("button", { name: "登録する" })).toHaveCount(0);
  });
});

interface Sides {
  city: Desk;
  responsible: Desk;
  worker: Desk;
}

const sections = ({ page }: Desk) => {
  const of = (title: string) =>
    page.locator("section.confirmation").filter({ has: page.getByRole("heading", { name: title }) });
  return { contractor: of("委託先の確認"), city: of("システム課の確認") };
};

async function accept({ page }: Desk, number: string): Promise<void> {
  await page.getByRole("button", { name: "受け付ける" }).click();
  const dialog = page.getByRole("dialog", { name: `${number} を受け付ける` });
  await dialog.getByLabel("予定工数(時間)").fill("二時間");
  await dialog.getByRole("button", { name: "受け付ける" }).click();
  await expect(dialog.getByLabel("予定工数(時間)")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("予定工数(時間)").fill("３.５");
  await expect(dialog.getByLabel("委託先担当者")).toHaveValue(personOf("responsible").name);
  await dialog.getByRole("button", { name: "受け付ける" }).click();
  await expect(toast(page, `${number} を受け付けました。`)).toBeVisible();
}

async function record({ page }: Desk, number: string): Promise<void> {
  await page.getByRole("button", { name: "結果を記録する" }).click();
  const dialog = page.getByRole("dialog", { name: `${number} の結果を記録する` });
  await dialog.getByRole("button", { name: "結果を記録する" }).click();
  await expect(dialog.getByText("入力内容を確かめてください（2件）")).toBeVisible();
  await expect(dialog.getByLabel("実施した手順")).toHaveValue(/^T26-\d{3} 作業手順書.* 第1版$/);
  await dialog.getByLabel("対応結果").fill("設定を変更し、試し刷りで確認した。");
  await dialog.getByLabel("実施した手順").fill("設定変更手順書 第2版");
  await expect(dialog.getByLabel("実施者")).toHaveValue(personOf("worker").name);
  await dialog.getByLabel("実績工数(時間)").fill("2.5");
  await dialog.getByRole("button", { name: "結果を記録する" }).click();
  await expect(toast(page, `${number} の結果を記録しました。`)).toBeVisible();
}

async function sign({ page }: Desk, number: string, button: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog", { name: `${number} を確認する` });
  await dialog.getByRole("button", { name: button }).click();
  await expect(toast(page, `${number} を確認しました。`)).toBeVisible();
}

const writeOnScreen = async ({ page, at }: Desk, title: string): Promise<string> => {
  await page.goto(at("/requests"));
  await page.getByRole("link", { name: "依頼を書く" }).click();
  await page.getByLabel("作業名").fill(title);
  await page.getByLabel("作業内容").fill("用紙の既定値を変更してください。");
  const entered = await dateBoxes(page, "記入日").read();
  expect(await dateBoxes(page, "完了希望日").read()).toEqual(oneMonthOn(entered));
  await page.getByRole("button", { name: "依頼する" }).click();
  const heading = page.getByRole("heading", { level: 1, name: title });
  await expect(heading).toBeVisible();
  const number = (await heading.innerText()).split(" ")[0] ?? "";
  expect(number).toMatch(/^M\d\d-\d{3,}$/);
  await expect(toast(page, `${number} を登録しました。`)).toBeVisible();
  return number;
};

test("依頼は市が書き、委託先が受け付けて記録し、両者の確認で完了する", async ({ as }) => {
  const sides: Sides = {
    city: await as("city_section"),
    responsible: await as("responsible"),
    worker: await as("worker"),
  };
  const { city, responsible, worker } = sides;
  const title = unique("用紙の設定変更");
  const number = await test.step("市が依頼を書く", () => writeOnScreen(city, title));
  const path = new URL(city.page.url()).pathname;
  const status = ({ page }: Desk) => page.locator(".page-head .chip");
  await expect(status(city)).toHaveText(/依頼中$/);

  await test.step("業務責任者が予定工数を入れて受け付ける", async () => {
    await responsible.page.goto(responsible.at("/today"));
    await responsible.page.goto(path);
    await accept(responsible, number);
    await expect(status(responsible)).toHaveText(/委託先対応中$/);
  });

  await test.step("着手条件がそろうまで始められず、そろえて始める", async () => {
    const { page } = responsible;
    const gates = page.locator("#gates");
    await expect(gates.locator("[data-gate=schedule]")).toContainText("合意した作業日程がありません。");
    await expect(page.getByRole("button", { name: "結果を記録する" })).toHaveCount(0);
    await openGates(city, responsible, path.split("/").at(-1) ?? "");
    await page.reload();
    await expect(gates).toContainText("そろっています");
    await gates.getByRole("button", { name: "作業を始める" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "作業を始める" }).click();
    await expect(toast(page, `${number} の着手を記録しました。`)).toBeVisible();
    await expect(gates).toContainText(personOf("responsible").name);
  });

  await test.step("記録が足りないうちは確認できない", async () => {
    const { contractor } = sections(responsible);
    await expect(contractor.getByRole("listitem")).toHaveText([
      "対応結果を入力してください。",
      "実施した手順を入力してください。",
      "実施日を入力してください。",
      "実施者を入力してください。",
      "実績工数を入力してください。",
    ]);
    await expect(contractor.getByRole("button")).toHaveCount(0);
  });

  await test.step("作業従事者が結果を記録し、ファイルを添える。確認はできない", async () => {
    const { page } = worker;
    await page.goto(path);
    await record(worker, number);
    await page.getByLabel("ファイルを添付する").setInputFiles({
      name: "試し刷り.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("確認しました\n"),
    });
    await expect(toast(page, "「試し刷り.txt」を添付しました。")).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "試し刷り.txt" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("試し刷り.txt");
    await expect(sections(worker).contractor.getByRole("button")).toHaveCount(0);
  });

  await test.step("業務責任者が確認する。市の欄は押せない", async () => {
    await responsible.page.reload();
    await expect(sections(responsible).city.getByRole("button")).toHaveCount(0);
    await sign(responsible, number, "委託先として確認する");
    await expect(status(responsible)).toHaveText(/みほん市確認中$/);
    await expect(sections(responsible).contractor).toContainText(personOf("responsible").name);
  });

  await test.step("市が確認すると完了する。委託先の欄は押せない", async () => {
    await city.page.reload();
    await expect(sections(city).contractor.getByRole("button")).toHaveCount(0);
    await sign(city, number, "システム課として確認する");
    await expect(status(city)).toHaveText(/完了$/);
    await expect(sections(city).city).toContainText(personOf("city_section").name);
    await expect(city.page.getByRole("button", { name: "内容を直す" })).toHaveCount(0);
    const latest = city.page
      .getByRole("list")
      .filter({ hasText: "作業依頼を作成" })
      .getByRole("listitem")
      .first();
    await expect(latest).toContainText("みほん市確認中 → 完了");
  });

  await test.step("完了した依頼を1件の様式で出す", async () => {
    const [download] = await Promise.all([
      city.page.waitForEvent("download"),
      city.page.getByRole("link", { name: "依頼書（Excel）" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`作業依頼書_${number}.xlsx`);
  });
});

test("相手側の確認はAPIでもできず、足りない記録のままの確認も断られる", async ({ as }) => {
  const city = await as("city_section");
  const responsible = await as("responsible");
  const worker = await as("worker");
  const { id } = await write(city, { title: "確認の試し" });
  const one = `/work-requests/${id}`;
  const answer = async (desk: Desk, act: string, body: object, version: number) => {
    const got = await desk.send("post", `${one}/${act}`, body, version);
    return [got.status(), (await got.json()).code];
  };
  expect(await answer(city, "accept", { planned_hours: 1 }, 1)).toEqual([403, "http/forbidden"]);
  expect(await answer(responsible, "accept", { planned_hours: 1 }, 1)).toEqual([200, undefined]);
  expect(await answer(responsible, "sign", {}, 2)).toEqual([412, "gate/not_started"]);
  const result = {
    result: "済み",
    procedure_followed: "手順書",
    performed_on: "2026-01-15",
    performed_by: "試作 次郎",
    actual_hours: 1,
  };
  expect(await answer(worker, "result", result, 2)).toEqual([412, "gate/not_started"]);
  expect(await begin(city, responsible, id, 2)).toBe(3);
  expect(await answer(city, "result", result, 3)).toEqual([403, "http/forbidden"]);
  expect(await answer(worker, "result", result, 3)).toEqual([200, undefined]);
  expect(await answer(worker, "sign", {}, 4)).toEqual([403, "http/forbidden"]);
  expect(await answer(city, "sign", {}, 4)).toEqual([412, "work_request/gate_shut"]);
  expect(await answer(responsible, "sign", {}, 4)).toEqual([200, undefined]);
  expect(await answer(responsible, "sign", {}, 5)).toEqual([409, "work_request/wrong_state"]);
});

test("ログアウトすると、どのページもログインから始まる", async ({ stranger }) => {
  const page = await stranger();
  await signIn(page, "auditor");
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "ログアウト" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();
  expect((await page.request.get("/api/v1/session")).status()).toBe(401);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("next")).toBe(address);
});

test("管理者が利用者を登録し、役割を与え、招待された人が始める", async ({ as, stranger }) => {
  const { page } = await as("administrator");
  const login = unique("shinjin");
  const name = `新人 ${login}`;
  await page.goto("/");
  await page.getByRole("navigation", { name: "メニュー" }).getByRole("link", { name: "設定" }).click();

  await test.step("登録する", async () => {
    await page.getByRole("button", { name: "利用者を登録" }).click();
    const dialog = page.getByRole("dialog", { name: "利用者を登録" });
    await dialog.getByLabel("氏名").fill(name);
    await dialog.getByLabel("利用者ID").fill(login);
    await dialog.getByRole("button", { name: "登録する" }).click();
    await expect(toast(page, `${name} さんを登録しました。次に招待リンクを渡してください。`)).toBeVisible();
  });

  await test.step("役割を与える", async () => {
    await page.getByRole("link", { name: "契約の役割" }).click();
    await page.getByRole("combobox", { name: /^契約/ }).selectOption({ label: contractTitle });
    await page.getByRole("button", { name: "役割を与える" }).click();
    const dialog = page.getByRole("dialog", { name: "役割を与える" });
    await dialog.getByLabel("利用者").selectOption({ label: `${name} (${login})` });
    await dialog.getByLabel("役割").selectOption({ label: "委託先: 作業従事者" });
    await dialog.getByRole("button", { name: "役割を与える" }).click();
    await expect(toast(page, "役割を与えました。")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: name })).toContainText("作業従事者");
  });

  const link = await test.step("招待リンクを作る", async () => {
    await page.getByRole("link", { name: "利用者", exact: true }).click();
    await page.getByRole("searchbox").fill(login);
    await page.getByRole("button", { name: "招待リンクを作る" }).click();
    const dialog = page.getByRole("dialog", { name: `${name} さんのリンク` });
    await dialog.getByRole("button", { name: "リンクを作る" }).click();
    return dialog.getByLabel("リンク").inputValue();
  });

  await test.step("招待された人が始める", async () => {
    const guest = await stranger();
    const { pathname, search } = new URL(link);
    await guest.goto(pathname + search);
    await guest.getByLabel(/^新しいパスワード ※/).fill("やうやう白くなりゆく山ぎは");
    await guest.getByLabel("新しいパスワード（確認）").fill("やうやう白くなりゆく山ぎは");
    await guest.getByRole("button", { name: "登録して始める" }).click();
    await expect(guest.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
    await expect(guest.getByRole("link", { name })).toBeVisible();
    await expect(guest.getByRole("link", { name: "依頼を書く" })).toHaveCount(0);
  });
});
