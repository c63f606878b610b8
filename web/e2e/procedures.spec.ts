import { expectAccessible, expectAccessibleInBothLanguages } from "./accessible";
import { begin, type Desk, expect, test, toast, unique, write } from "./house";

/** A request of the demonstration contract that the contractor has taken on. */
async function acceptedJob(city: Desk, contractor: Desk, title: string) {
  const job = await write(city, { title });
  const answer = await contractor.send(
    "post",
    `/work-requests/${job.id}/accept`,
    { planned_hours: 2 },
    job.version,
  );
  expect(answer.status()).toBe(200);
  return job;
}

async function registered(contractor: Desk, title: string) {
  const answer = await contractor.send("post", "/procedures", { kind: "own", title });
  expect(answer.status()).toBe(201);
  return answer.json();
}

async function approve(city: Desk, job: string) {
  const { followed } = await (
    await city.page.request.get(city.api(`/work-requests/${job}/procedures`))
  ).json();
  const { approval_id, content_sha256 } = followed.at(-1);
  const approval = await city.page.request.get(city.api(`/approvals/${approval_id}`));
  const version = Number(approval.headers().etag?.replaceAll('"', ""));
  const answer = await city.send(
    "post",
    `/approvals/${approval_id}/decide`,
    { verdict: "grant", content_sha256 },
    version,
  );
  expect(answer.status()).toBe(200);
}

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

test("手順書を登録し、ファイルと手順を書く", async ({ as }) => {
  const { page, at } = await as("responsible");
  const title = unique("更新手順書");
  await page.goto(at("/procedures"));
  await expectAccessibleInBothLanguages(page);
  await page.getByRole("button", { name: "手順書を登録する" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "手順書を登録する" }).click();
  await expect(dialog.getByText("＊名称を入力してください。")).toBeVisible();
  await dialog.getByLabel("名称").fill(title);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "手順書を登録する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(title) })).toBeVisible();

  await page.getByLabel("ファイルを登録する").setInputFiles(file("手順.txt", "1. 控えを取る\n2. 適用する\n"));
  await expect(toast(page, "手順.txt を登録しました。")).toBeVisible();
  await expect(page.getByRole("link", { name: "手順.txt" })).toBeVisible();

  await page.getByRole("button", { name: "手順を書く" }).click();
  await page.getByLabel("手順1", { exact: true }).fill("控えを取る");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("手順2", { exact: true })).toBeFocused();
  await page.keyboard.type("動作を確かめる");
  await page.getByRole("checkbox", { name: "写真" }).nth(1).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(toast(page, "手順を保存しました。")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "動作を確かめる" })).toContainText("写真");
  await expectAccessibleInBothLanguages(page);
});

test("作業に提出し、承認のあとキーで記録し、訂正する", async ({ as }) => {
  test.slow();
  const city = await as("city_section");
  const contractor = await as("responsible");
  const title = unique("設定手順書");
  const procedure = await registered(contractor, title);
  const job = await acceptedJob(city, contractor, unique("設定の変更"));
  const { page, at } = contractor;

  await page.goto(at(`/procedures/${procedure.id}`));
  await page.getByRole("button", { name: "手順を書く" }).click();
  await page.getByLabel("手順1", { exact: true }).fill("控えを取る");
  await page.keyboard.press("Enter");
  await page.keyboard.type("変更する");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(toast(page, "手順を保存しました。")).toBeVisible();

  await page.goto(at(`/requests/${job.id}`));
  await page.getByRole("link", { name: "手順と記録" }).click();
  await expect(page.getByText("この作業の手順書がまだ提出されていません。")).toBeVisible();
  await page.getByRole("button", { name: "手順書を提出する" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("手順書").selectOption({ label: `${procedure.number} ${title} 第1版` });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "提出する" }).click();
  await expect(page.getByText("承認待ち")).toBeVisible();
  await approve(city, job.id);
  await page.reload();
  await expect(page.getByText("手順書の準備はできています。")).toBeVisible();
  await expect(page.getByText("着手の記録がありません。")).toBeVisible();
  await expect(page.getByRole("button", { name: "○ 実施" })).toHaveCount(0);
  await begin(city, contractor, job.id, job.version + 1);
  await page.reload();

  const line = (text: string) => page.getByRole("row").filter({ hasText: text });
  await line("控えを取る").focus();
  await page.keyboard.press("1");
  await expect(line("控えを取る").getByRole("button", { name: "○ 実施" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(line("変更する")).toBeFocused();
  await page.keyboard.press("x");
  await page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
  await expect(page.getByText("＊様子を備考に書いてください。")).toBeVisible();
  await page.getByLabel("備考").fill("設定画面が開かない");
  await page.getByRole("dialog").getByRole("button", { name: "記録する" }).click();
  await expect(line("変更する")).toContainText("設定画面が開かない");
  await expectAccessibleInBothLanguages(page);

  await line("変更する").getByRole("button", { name: "○ 実施" }).click();
  await page.getByLabel("訂正の理由").fill("再起動のあと変更できた");
  await page.getByRole("dialog").getByRole("button", { name: "訂正する" }).click();
  await expect(page.getByText("すべての手順が終わりました。")).toBeVisible();
  await page.getByText("訂正あり").click();
  await expect(page.getByText("再起動のあと変更できた")).toBeVisible();

  await page.goto(at(`/requests/${job.id}`));
  await page.getByRole("button", { name: "結果を記録する" }).click();
  await expect(page.getByLabel("実施した手順")).toHaveValue(`${procedure.number} ${title} 第1版`);
});

test("市は違いだけを読み、新しい版は前の承認を取り消す", async ({ as }) => {
  test.slow();
  const city = await as("city_section");
  const contractor = await as("responsible");
  const procedure = await registered(contractor, unique("再起動手順書"));
  const job = await acceptedJob(city, contractor, unique("再起動"));
  const before = Array.from({ length: 12 }, (_, index) => `${index + 1}. 手順${index + 1}`);
  const after = before.map((each, index) => (index === 5 ? "6. 閉庁後に再起動する" : each));
  const { page, at } = contractor;
  await page.goto(at(`/procedures/${procedure.id}`));
  await page.getByLabel("ファイルを登録する").setInputFiles(file("再起動.txt", before.join("\n")));
  await expect(toast(page, "再起動.txt を登録しました。")).toBeVisible();
  const [{ id: first }] = (
    await (await page.request.get(contractor.api(`/procedures/${procedure.id}`))).json()
  ).versions;
  const handed = await contractor.send("post", `/work-requests/${job.id}/procedures`, { version_id: first });
  expect(handed.status()).toBe(200);
  await approve(city, job.id);

  await page.reload();
  await page.getByRole("button", { name: "新しい版を作る" }).click();
  await expect(page.getByText(/^取り消される承認：.*再起動/)).toBeVisible();
  await page.getByLabel("変更の内容").fill("再起動の時刻を改めた");
  await page.getByRole("dialog").getByRole("button", { name: "新しい版を作る" }).click();
  await expect(toast(page, "新しい版を作りました。")).toBeVisible();
  await page.getByLabel("ファイルを登録する").setInputFiles(file("再起動.txt", after.join("\n")));
  await expect(toast(page, "再起動.txt を登録しました。")).toBeVisible();

  await city.page.goto(city.at(`/procedures/${procedure.id}`));
  const text = city.page.getByRole("region", { name: "再起動.txt" });
  await expect(text.getByText("6. 手順6")).toBeVisible();
  await expect(text.getByText("6. 閉庁後に再起動する")).toBeVisible();
  await expect(text.getByText("⋮ 同じ行 3行")).toBeVisible();
  await expect(text.getByText("1. 手順1", { exact: true })).toBeHidden();
  await expectAccessibleInBothLanguages(city.page);
  await city.page.getByRole("radio", { name: "全文" }).check();
  await expect(text.getByText("1. 手順1", { exact: true })).toBeVisible();
  await expect(city.page.getByRole("row").filter({ hasText: job.number })).toContainText("取り消し");
  await expect(city.page.getByRole("button", { name: "新しい版を作る" })).toBeHidden();

  await city.page.goto(city.at(`/requests/${job.id}/steps`));
  await expect(city.page.getByText(/は提出のあとに内容が変わりました。/)).toBeVisible();
  await expectAccessibleInBothLanguages(city.page);
});

test("電話の幅でも記録の表が読める", async ({ as }) => {
  const city = await as("city_section");
  const contractor = await as("responsible");
  const procedure = await registered(contractor, unique("電話の手順書"));
  const job = await acceptedJob(city, contractor, unique("電話"));
  const { page, at } = contractor;
  await page.goto(at(`/procedures/${procedure.id}`));
  await page.getByRole("button", { name: "手順を書く" }).click();
  await page.getByLabel("手順1", { exact: true }).fill("電話の幅で記録する");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(toast(page, "手順を保存しました。")).toBeVisible();
  const [{ id }] = (await (await page.request.get(contractor.api(`/procedures/${procedure.id}`))).json())
    .versions;
  await contractor.send("post", `/work-requests/${job.id}/procedures`, { version_id: id });
  await approve(city, job.id);
  await begin(city, contractor, job.id, job.version + 1);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(at(`/requests/${job.id}/steps`));
  await page.getByRole("button", { name: "○ 実施" }).click();
  await expect(page.getByText("すべての手順が終わりました。")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});
