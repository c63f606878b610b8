import { describe, expect, it } from "vitest";
import { message } from "../../lib/i18n";
import { pagesIn, pastedProblem } from "./pasted";
import { surveyText } from "./survey.text";

describe("pagesIn", () => {
  it.each([
    ["12345", 12_345],
    ["１２，３４５", 12_345],
    [" 1,200 枚 ", 1_200],
    ["３００枚", 300],
    ["0", 0],
    ["999999999", 999_999_999],
    ["1000000000", undefined],
    ["12O0", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["枚", undefined],
    ["", undefined],
  ])("%s", (text, pages) => {
    expect(pagesIn(text)).toBe(pages);
  });
});

describe("pastedProblem", () => {
  it.each([
    ["pages", "１２００"],
    ["pages", ""],
    ["read_on", "R8.11.9"],
    ["note", "12O0"],
  ])("none: %s %s", (column, text) => {
    expect(pastedProblem(column, text)).toBeUndefined();
  });

  it("names the cell that cannot be read", () => {
    expect(pastedProblem("pages", "12O0")).toEqual(message(surveyText, "noPages"));
    expect(pastedProblem("read_on", "昨日")).toEqual(message(surveyText, "noDay"));
  });
});
