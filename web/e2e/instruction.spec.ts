import { expectAccessible, expectAccessibleInBothLanguages } from "./accessible";
import { expect, test, toast, unique, write } from "./house";

test("市が認めなかった緊急着手の指示を入力し直す", async ({ as }) => {
  test.slow();
  const city = await as("city_section");
  const contractor = await as("responsible");
  const job = await write(city, { title: unique("端末の復旧") });
  const path = `/work-requests/${job.id}`;
  const begun = await contractor.send(
    "post",
    `${path}/start-emergency`,
    {
      instructed_by: "見本 花子",
      instructed_at: new Date(Date.now() - 600_000).toISOString().replace(/\.\d+/, ""),
      instructed_how: "電話",
      instruction: "窓口の端末を復旧すること",
    },
    job.version,
  );
  expect(begun.status(), await begun.text()).toBe(200);
  const gates = async () => (await city.page.request.get(city.api(`${path}/gates`))).json();
  const { start } = await gates();
  const refused = await city.send(
    "post",
    `/approvals/${start.approval_id}/decide`,
    { verdict: "refuse", opinion: "花子は指示していません。" },
    1,
  );
  expect(refused.status(), await refused.text()).toBe(200);

  await city.page.goto(city.at(`/requests/${job.id}`));
  await expect(city.page.getByText("市が指示を認めていません")).toBeVisible();
  await expect(city.page.getByRole("button", { name: "指示を入力し直す" })).toHaveCount(0);

  const { page, at } = contractor;
  await page.goto(at(`/requests/${job.id}`));
  await expect(page.getByText("市の意見: 花子は指示していません。")).toBeVisible();
  await expectAccessibleInBothLanguages(page);
  await page.getByRole("button", { name: "指示を入力し直す" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("指示の内容")).toHaveValue("窓口の端末を復旧すること");
  await dialog.getByLabel("指示した市の担当者").fill("");
  await dialog.getByRole("button", { name: "指示を入力し直す" }).click();
  await expect(dialog.getByText("＊入力してください。")).toBeVisible();
  await dialog.getByLabel("指示した市の担当者").fill("見本 太郎");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "指示を入力し直す" }).click();
  await expect(toast(page, "指示を入力し直しました。市の確認を待ちます。")).toBeVisible();
  await expect(page.getByText("市が指示を認めていません")).toHaveCount(0);
  expect((await gates()).start.confirmation).toBe("asked");
});

test("経緯は日程を拠点の名前と時刻で示す", async ({ as }) => {
  const city = await as("city_section");
  const contractor = await as("responsible");
  const job = await write(city, { title: unique("拠点での作業") });
  const { items } = await (await city.page.request.get(city.api("/sites"))).json();
  const [site] = items;
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  const proposed = await contractor.send("post", `/work-requests/${job.id}/windows`, {
    from: `${tomorrow}T10:00:00+09:00`,
    until: `${tomorrow}T11:00:00+09:00`,
    site_id: site.id,
  });
  expect(proposed.status(), await proposed.text()).toBe(201);
  await city.page.goto(city.at(`/requests/${job.id}`));
  const event = city.page.getByRole("listitem").filter({ hasText: "作業日程を提案" });
  await expect(event).toContainText(site.name);
  await expect(event).not.toContainText((await proposed.json()).id);
  await expect(event).not.toContainText("日程の識別子");
});
