import { describe, expect, it } from "vitest";
import { shareText } from "./share";
import { askedTrend, trendSearch } from "./trend.search";

describe("shareText", () => {
  it.each([
    [0.0009, "less"],
    [0.001, "0.1 %"],
    [0.0917, "9.2 %"],
    [0.0995, "10 %"],
    [0.349, "35 %"],
    [1, "100 %"],
  ])("says %f as %s", (value, said) => {
    expect(shareText(value, "less")).toBe(said);
  });
});

describe("askedTrend", () => {
  it.each([
    [{}, { months: 12 }],
    [
      { on: "R7.9.30", months: "6" },
      { on: "2025-09-30", months: 6 },
    ],
    [{ on: "R7.9", months: 7 }, { months: 12 }],
  ])("asks %j as %j", (search, asked) => {
    expect(askedTrend(trendSearch(search))).toEqual(asked);
  });
});
