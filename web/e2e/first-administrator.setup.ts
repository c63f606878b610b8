import { expectAccessible } from "./accessible";
import { administrator, expect, started, test } from "./house";

// Runs before everything else: the link works once, and pages of the settings need the administrator it makes.
test("最初の管理者は一度だけのリンクで登録する", async ({ stranger }) => {
  const { pathname, search } = new URL(started().first_administrator);
  const { name, login, password } = administrator;
  const page = await stranger();
  await page.goto(pathname + search);
  await expect(page.getByRole("heading", { level: 1, name: "最初の管理者を登録する" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("氏名").fill(name);
  await page.getByLabel("利用者ID").fill(login);
  const [first, again] = [
    page.getByLabel(/^新しいパスワード ※/),
    page.getByLabel("新しいパスワード（確認）"),
  ];
  await first.fill(password);
  await again.fill(`${password}。`);
  await page.getByRole("button", { name: "登録して始める" }).click();
  await expect(page.getByText("＊確認のパスワードが一致しません。")).toBeVisible();
  await again.fill(password);
  await page.getByRole("button", { name: "登録して始める" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await expect(page.getByText("「設定」で利用者を登録し、契約の役割を割り当ててください。")).toBeVisible();

  const other = await stranger();
  await other.goto(pathname + search);
  await expect(other.getByRole("heading", { level: 1, name: "このリンクは使えません" })).toBeVisible();
  const refused = await other.request.post("/api/v1/setup", {
    data: { token: new URLSearchParams(search).get("token"), login: "nidome", name, password },
  });
  expect(refused.status()).toBe(404);
});
