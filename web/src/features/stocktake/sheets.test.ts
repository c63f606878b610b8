import { describe, expect, it } from "vitest";
import { labelSheets, onSheets, sheetNamed } from "./sheets";

describe("label sheets", () => {
  it.each(Object.entries(labelSheets))("%s fits on A4", (_, sheet) => {
    expect(sheet.left + sheet.columns * sheet.width + (sheet.columns - 1) * sheet.gap).toBeLessThanOrEqual(
      210.05,
    );
    expect(sheet.top + sheet.rows * sheet.height + (sheet.rows - 1) * sheet.gap).toBeLessThanOrEqual(297.05);
  });

  it.each([
    { count: 0, skip: 0, pages: [] },
    { count: 0, skip: 5, pages: [] },
    { count: 1, skip: 0, pages: [1] },
    { count: 24, skip: 0, pages: [24] },
    { count: 24, skip: 1, pages: [24, 1] },
    { count: 3, skip: 23, pages: [24, 2] },
    { count: 3, skip: 24, pages: [3] },
  ])("$count labels after $skip used ones", ({ count, skip, pages }) => {
    const things = Array.from({ length: count }, (_, index) => index);
    const sheets = onSheets(things, labelSheets.sheet24, skip);
    expect(sheets.map(({ length }) => length)).toEqual(pages);
    expect(sheets.flat().filter((thing) => thing !== undefined)).toEqual(things);
  });

  it("are known by name", () => {
    expect(sheetNamed("sheet44")).toBe("sheet44");
    expect(sheetNamed("no such")).toBe("sheet24");
    expect(sheetNamed(undefined)).toBe("sheet24");
  });
});
