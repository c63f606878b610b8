import { inflateSync } from "node:zlib";
import { expect, test } from "./house";
import { open, places } from "./pages";

test.describe.configure({ mode: "parallel" });

/** The page sizes of a PDF in points, and how often it shows text. */
function readPdf(pdf: Buffer) {
  const source = pdf.toString("latin1");
  const sizes = [...source.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
  let texts = 0;
  for (const { index } of source.matchAll(/stream\r?\n/g)) {
    if (source.slice(index - 3, index) === "end") continue;
    const from = index + (source[index + 6] === "\r" ? 8 : 7);
    try {
      const content = inflateSync(pdf.subarray(from, source.indexOf("endstream", from))).toString("latin1");
      texts += content.match(/\bT[jJ]\b/g)?.length ?? 0;
    } catch {
      // Not every stream is compressed text: fonts and pictures are passed over.
    }
  }
  return { sizes, texts };
}

const printed = [
  { name: "今日（市）", texts: 60, size: [595, 842] },
  { name: "作業依頼一覧", texts: 150, size: [842, 595] },
  { name: "確認中の依頼（市）", texts: 60, size: [595, 842] },
  { name: "月の暦", texts: 60, size: [595, 842] },
] as const;

for (const { name, texts, size } of printed) {
  test(`印刷：${name}`, async ({ as }) => {
    const place = places.find((each) => each.name === name);
    if (!place) throw new Error(`no page is called ${name}`);
    const page = await open(place, await as(place.role));
    const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf.sizes[0]).toEqual(size);
    expect(pdf.texts).toBeGreaterThan(texts);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "メニュー" })).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("暦の種類は、いつも一つだけが選ばれている", async ({ as }) => {
  const { page, at } = await as("worker");
  const current = page.getByRole("navigation", { name: "暦の種類" }).locator("[aria-current=page]");
  for (const [path, name] of [
    ["/calendar", "月の暦"],
    ["/calendar?month=2025-11&hours=true", "月の暦"],
    ["/calendar?month=2025-11&view=year", "年度の暦"],
    ["/calendar/due?rule=end_of_month", "期限の計算"],
  ] as const) {
    await page.goto(at(path));
    await expect(current, path).toHaveText([name]);
  }
});
