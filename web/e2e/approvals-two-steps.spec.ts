import type { Page } from "@playwright/test";
import { expectAccessibleInBothLanguages } from "./accessible";
import { type Desk, expect, started, test, toast, unique } from "./house";

interface Application {
  id: string;
  number: string;
}

// 課長 and the colleague who stands in; the first of the section (見本 太郎) is the one of `as("city_section")`.
const [head, deputy] = ["kessai", "daiko"] as const;

const colleague = (login: string) => {
  const person = started().sign_ins.find((each) => each.login === login);
  if (!person) throw new Error(`the worked example has no ${login}`);
  return person;
};

async function signedIn(page: Page, login: string): Promise<Page> {
  const { password } = colleague(login);
  const answer = await page.request.post("/api/v1/session", { data: { login, password } });
  expect(answer.status()).toBe(200);
  return page;
}

async function apply(desk: Desk, title: string): Promise<Application> {
  const answer = await desk.send("post", "/approvals", {
    kind: "document_waiver",
    title,
    reason: "同じ内容を月次の書類に載せているため。",
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).approval;
}

const steps = (page: Page) => page.getByRole("table", { name: "判断" }).getByRole("row");
const grantStep = (page: Page) => page.getByRole("button", { name: "この段を承認する" });
const grant = (page: Page) => page.getByRole("button", { name: "承認する", exact: true });

async function nameApprover(page: Page, step: string, name: string) {
  await page.getByRole("button", { name: "承認者を登録" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^種類/).selectOption({ label: "書類の省略・様式の変更" });
  await dialog.getByLabel(/^段/).selectOption({ label: step });
  await dialog.getByLabel(/^承認者/).selectOption({ label: name });
  await dialog.getByRole("button", { name: "承認者を登録" }).click();
  await expect(dialog).toHaveCount(0);
}

async function nameDeputy(page: Page, person: string, standIn: string, day: Date) {
  await page.getByRole("button", { name: "代理を登録" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^承認者/).selectOption({ label: person });
  await dialog.getByLabel(/^代理/).selectOption({ label: standIn });
  const japan = new Date(day.getTime() + 9 * 3_600_000);
  const parts = {
    年: `R${japan.getUTCFullYear() - 2018}`,
    月: String(japan.getUTCMonth() + 1),
    日: String(japan.getUTCDate()),
  };
  for (const label of ["最初の日", "最後の日"])
    for (const [part, value] of Object.entries(parts))
      await dialog
        .getByRole("group", { name: new RegExp(`^${label}`) })
        .getByLabel(part, { exact: true })
        .fill(value);
  await dialog.getByRole("button", { name: "代理を登録" }).click();
  await expect(dialog).toHaveCount(0);
}

// One journey: who is named holds for the whole contract, so its parts would get into each other's way.
test("係長、課長の順に承認し、代理は期間中だけ判断できる", async ({ as, stranger, complaints }) => {
  test.slow();
  const contractor = await as("responsible");
  const section = await as("city_section");
  const chief = await signedIn(await stranger(), head);
  const standIn = await signedIn(await stranger(), deputy);
  const first = await apply(contractor, unique("月次の一覧の省略"));
  const at = (id: string) => section.at(`/approvals/${id}`);

  await test.step("申請した側は、どの段も判断できない", async () => {
    const { page } = contractor;
    await page.goto(at(first.id));
    await expect(page.getByText("自分の申請は判断できません")).toBeVisible();
    await expect(steps(page).nth(1)).toContainText("1 係長");
    await expect(steps(page).nth(2)).toContainText("2 課長");
    await expect(grantStep(page)).toHaveCount(0);
    const refused = await contractor.send("post", `/approvals/${first.id}/decide`, { verdict: "grant" }, 1);
    expect((await refused.json()).code).toBe("approval/own_application");
  });

  await test.step("市が段ごとの承認者を登録する", async () => {
    const { page } = section;
    await page.goto(section.at("/approvals/deputies"));
    await nameApprover(page, "1 係長", "見本 太郎");
    await nameApprover(page, "2 課長", "決裁 文子");
    const approvers = page.getByRole("table", { name: "承認者" });
    await expect(approvers.getByRole("row", { name: /書類の省略.*1 係長/ })).toContainText("見本 太郎");
    await expect(approvers.getByRole("row", { name: /書類の省略.*2 課長/ })).toContainText("決裁 文子");
    await expectAccessibleInBothLanguages(page);
  });

  await test.step("課長は係長より先に判断できない", async () => {
    await chief.goto(at(first.id));
    await expect(chief.getByText("この段は見本 太郎が判断します。")).toBeVisible();
    await expect(grantStep(chief)).toHaveCount(0);
  });

  await test.step("係長の承認では、まだ有効にならない", async () => {
    const { page } = section;
    await page.goto(at(first.id));
    await expect(steps(page).nth(1)).toContainText("← 次の判断");
    await page.getByLabel(/^意見/).fill("月次の書類と重なることを確かめました。");
    await grantStep(page).click();
    await expect(toast(page, `${first.number} を判断しました`)).toBeVisible();
    await expect(steps(page).nth(1)).toContainText("見本 太郎");
    await expect(steps(page).nth(2)).toContainText("← 次の判断");
    await expect(page.getByText("判断待ち").first()).toBeVisible();
    await expect(grant(page)).toHaveCount(0);
    await expectAccessibleInBothLanguages(page);
  });

  await test.step("代理は期間の外では判断できない", async () => {
    const { page } = section;
    await page.goto(section.at("/approvals/deputies"));
    await nameDeputy(page, "決裁 文子", "代行 光", new Date(Date.now() + 86_400_000));
    await expect(page.getByRole("table", { name: "代理" })).toContainText("（これから）");
    await standIn.goto(at(first.id));
    await expect(standIn.getByText(/決裁 文子さんの代理の期間（.*）ではありません。/)).toBeVisible();
    await expect(grant(standIn)).toHaveCount(0);
  });

  await test.step("代理は期間中に、代理として判断する", async () => {
    const { page } = section;
    await nameDeputy(page, "決裁 文子", "代行 光", new Date());
    await expect(page.getByRole("table", { name: "代理" })).toContainText("（代理中）");
    await standIn.reload();
    await grant(standIn).click();
    await expect(toast(standIn, `${first.number} を判断しました`)).toBeVisible();
    await expect(standIn.getByText(/^○?有効$/)).toBeVisible();
    await expect(steps(standIn).nth(2)).toContainText("代行 光");
    await expect(steps(standIn).nth(2)).toContainText("決裁 文子の代理");
  });

  await test.step("課長の受信箱に次の申請が届き、課長が判断する", async () => {
    const second = await apply(contractor, unique("議事録の様式の変更"));
    await section.page.goto(at(second.id));
    await grantStep(section.page).click();
    await chief.goto(section.at("/approvals"));
    await chief.getByRole("link", { name: new RegExp(second.number) }).click();
    await grant(chief).click();
    await expect(chief.getByText(/^○?有効$/)).toBeVisible();
  });

  await test.step("登録を解けば元に戻る", async () => {
    const { page } = section;
    await page.goto(section.at("/approvals/deputies"));
    for (const name of [
      /書類の省略.* 見本 太郎/,
      /書類の省略.* 決裁 文子/,
      /決裁 文子 代行 光/,
      /決裁 文子 代行 光/,
    ]) {
      const mine = page.getByRole("button", { name });
      await expect(mine.first()).toBeVisible();
      const before = await mine.count();
      await mine.first().click();
      await expect(mine).toHaveCount(before - 1);
    }
  });
  expect(complaints).toEqual([]);
});
