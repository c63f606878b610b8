import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./house";

export async function expectAccessible(page: Page): Promise<void> {
  // No page has frames: one run within the page is whole, and takes a third of the time of one that gathers frames.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    grave.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ""}`)}`,
    ),
  ).toEqual([]);
}

// Japanese last: the journey goes on in it.
const languages = [
  { name: "English", lang: "en" },
  { name: "日本語", lang: "ja" },
] as const;

/** Looks at the same page in one language after the other. */
export async function inBothLanguages(page: Page, look: (language: string) => Promise<void>): Promise<void> {
  for (const { name, lang } of languages) {
    const choice = page.getByRole("button", { name, exact: true });
    if ((await page.locator("html").getAttribute("lang")) !== lang) await choice.click();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await look(name);
  }
}

export const expectAccessibleInBothLanguages = (page: Page): Promise<void> =>
  inBothLanguages(page, () => expectAccessible(page));
