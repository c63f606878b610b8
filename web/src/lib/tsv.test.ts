import { describe, expect, it } from "vitest";
import { parseTsv, printHtmlTable, printTsv } from "./tsv";

describe("the clipboard of Excel", () => {
  it.each([
    ["one cell", "税務課", [["税務課"]]],
    [
      "a block with its final line end",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["empty cells", "\ta\t\r\n", [["", "a", ""]]],
    ["a quoted cell with a line end", '"一行目\n二行目"\tb', [["一行目\n二行目", "b"]]],
    ["doubled quotes", '"the ""new"" one"', [['the "new" one']]],
    ["an inch mark is no quote", '19" モニター\tx', [['19" モニター', "x"]]],
    ["a quote that starts but does not close", '"半端\tx', [['"半端', "x"]]],
    ["a quoted part inside a cell", '"a"b\tc', [['"a"b', "c"]]],
    ["line feeds only", "a\nb", [["a"], ["b"]]],
    ["an empty line in between", "a\r\n\r\nb\r\n", [["a"], [""], ["b"]]],
    ["nothing", "", [[""]]],
  ])("%s", (_, text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it("reads back what it writes", () => {
    const cells = [
      ["A25A-01", '19"', "一行目\n二行目"],
      ["", "a\tb", '""'],
    ];
    expect(parseTsv(printTsv(cells))).toEqual(cells);
  });

  it("keeps leading zeros and escapes markup", () => {
    expect(printHtmlTable([["0012", "<b>&"]])).toBe(
      `<table><tr><td style="mso-number-format:'\\@'">0012</td><td style="mso-number-format:'\\@'">&lt;b&gt;&amp;</td></tr></table>`,
    );
  });
});
