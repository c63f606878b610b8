import { describe, expect, it } from "vitest";
import type { Import, ImportRow } from "../../api/types";
import { fileProblem, firstFilter, linesOf, omittedOf, rowsOf, withoutCell } from "./import";

const row = (number: number, outcome: ImportRow["outcome"]): ImportRow => ({
  row: number,
  number: "",
  title: "",
  outcome,
  cells: [],
  problems: [],
  notices: [],
});

const counts = (part: Partial<Import["counts"]>): Import["counts"] => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  ...part,
});

describe("a file", () => {
  it.each([
    ["a workbook", "一覧.xlsx", 20 * 1024 * 1024, undefined],
    ["a workbook in capitals", "LIST.XLSX", 1, undefined],
    ["an old workbook", "一覧.xls", 1, "一覧.xls"],
    ["a text file", "一覧.csv", 1, "一覧.csv"],
    ["a workbook over 20 MB", "一覧.xlsx", 20 * 1024 * 1024 + 1, "一覧.xlsx"],
  ])("%s", (_, name, size, refused) => {
    expect(fileProblem({ name, size })?.values).toEqual(
      refused === undefined ? undefined : { name: refused },
    );
  });
});

describe("the preview", () => {
  it.each([
    ["refused rows first", counts({ refused: 1, changed: 5, unchanged: 9 }), "refused"],
    ["then changes", counts({ changed: 5, new: 2, unchanged: 9 }), "changed"],
    ["then new rows", counts({ new: 2, unchanged: 9 }), "new"],
    ["a list that is the same", counts({ unchanged: 9 }), "unchanged"],
    ["an empty list", counts({}), "all"],
  ])("begins with %s", (_, given, filter) => {
    expect(firstFilter(given)).toBe(filter);
  });

  it("counts the rows of a kind that were not brought", () => {
    const rows = [row(5, "changed"), row(6, "unchanged"), row(7, "unchanged")];
    const preview = { rows, counts: counts({ changed: 1, unchanged: 40 }), omitted: 38 };
    expect(rowsOf(rows, "unchanged")).toEqual([row(6, "unchanged"), row(7, "unchanged")]);
    expect(omittedOf(preview, "unchanged")).toBe(38);
    expect(omittedOf(preview, "changed")).toBe(0);
    expect(omittedOf(preview, "all")).toBe(38);
  });

  it.each([
    ["S16（予定工数(時間)）: 読めません。", "S16", "予定工数(時間): 読めません。"],
    ["S16 (planned_hours): cannot read", "S16", "planned_hours: cannot read"],
    ["相手側の列です。", "S16", "相手側の列です。"],
  ])("%s", (text, cell, rest) => {
    expect(withoutCell(text, cell)).toBe(rest);
  });

  it("says what is wrong before what would change, each cell once", () => {
    const text = { ja: "J5（作業名）: 数式", en: "J5 (title): formula" };
    const label = { ja: "作業名", en: "Work" };
    const problem = { ja: "作業名: 数式", en: "title: formula" };
    const lines = linesOf({
      cells: [
        { column: "title", cell: "J5", label, old: "前", new: "後" },
        { column: "body", cell: "K5", label, old: "前", new: "" },
      ],
      problems: [{ cell: "J5", code: "import/formula", text }],
    });
    expect(lines).toEqual([
      { key: "J5 import/formula", cell: "J5", column: "", old: "", next: "", problem },
      { key: "K5", cell: "K5", column: "body", label, old: "前", next: "" },
    ]);
  });
});
