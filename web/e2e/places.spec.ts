import type { Page } from "@playwright/test";
import { expectAccessible, inBothLanguages } from "./accessible";
import { expect, test } from "./house";
import { open, places } from "./pages";

// Every page stands alone: they share out among the workers.
test.describe.configure({ mode: "parallel" });

const desk = { width: 1366, height: 768 };

const screens = [
  { name: "100%", ...desk },
  { name: "125%", width: 1093, height: 614 },
  { name: "150%", width: 911, height: 512 },
  { name: "電話", width: 360, height: 740 },
] as const;

/** How far the page scrolls sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Ids that stand more than once: labels and error summaries would lead to the wrong control. */
const doubleIds = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });

for (const place of places) {
  test(place.name, async ({ as }) => {
    // Two languages at four sizes, and axe twice: the long lists take it as long as a journey.
    test.slow();
    const page = await open(place, await as(place.role));
    expect(await doubleIds(page)).toEqual([]);
    await inBothLanguages(page, async (language) => {
      await expectAccessible(page);
      for (const { name, ...size } of screens) {
        await page.setViewportSize(size);
        await expect.poll(() => overflow(page), `${language} ${name}`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize(desk);
    });
  });
}

test("書けない人には、書くページがない", async ({ as }) => {
  const { page, at } = await as("auditor");
  const forms = [
    "/requests/new",
    "/requests/import",
    "/questions/new",
    "/questions/import",
    "/approvals/new",
  ];
  for (const form of [...forms, "/approvals/deputies", "/people/import", "/security-incidents/new"]) {
    await page.goto(at(form));
    await expect(page.getByRole("heading", { level: 1 }), form).toHaveText("ページがありません");
  }
});
