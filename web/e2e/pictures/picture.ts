import type { Page } from "@playwright/test";
import { type Desk, expect, type Role, test } from "../house";
import { makeScene, type Scene } from "./scene";

const folder = "../docs/images";

let made: Promise<Scene> | undefined;

/** Made once for all pictures; of a single picture too. */
export async function sceneFor(as: (role: Role) => Promise<Desk>): Promise<Scene> {
  made ??= makeScene(as);
  return made;
}

export interface Picture {
  file: string;
  role: Role;
  path: string | ((scene: Scene) => string);
  /** What is done before the picture is taken. */
  before?: (page: Page, desk: Desk) => Promise<unknown>;
  /** A page that does not fit the usual screen. */
  height?: number;
}

/** Presses a button of the page. */
export const open = (name: string) => (page: Page) =>
  page.getByRole("button", { name, exact: true }).first().click();

/** A picture is taken of a page at rest: its data is there, and nothing of the browser's own is in sight. */
export async function take(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByText("読み込んでいます…")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled", caret: "hide" });
}

/** One test for each picture. */
export function takeAll(pictures: readonly Picture[]): void {
  for (const { file: name, role, path, before, height = 768 } of pictures) {
    test(name, async ({ as }) => {
      const scene = await sceneFor(as);
      const desk = await as(role);
      const { page, at } = desk;
      await page.setViewportSize({ width: 1366, height });
      const address = typeof path === "string" ? path : path(scene);
      await page.goto(address.startsWith("//") ? address.slice(1) : at(address));
      await expect(page.getByText("読み込んでいます…")).toHaveCount(0);
      await before?.(page, desk);
      await take(page, name);
    });
  }
}
