import { describe, expect, it } from "vitest";
import { weeksOf } from "./MonthCalendar";
import { joined, ticksOf } from "./spans";

const at = (text: string) => Date.parse(`${text}+09:00`);

describe("ticksOf", () => {
  it.each([
    ["2023-06-01T08:45", "2023-06-01T12:00", ["9:00", "10:00", "11:00", "12:00"]],
    [
      "2023-06-01T16:30",
      "2023-06-02T09:00",
      ["17:00", "19:00", "21:00", "23:00", "1:00", "3:00", "5:00", "7:00", "9:00"],
    ],
    ["2023-06-02T16:30", "2023-06-05T12:00", ["6/3", "6/4", "6/5"]],
    ["2023-12-28T00:00", "2024-01-10T00:00", ["12/28", "12/30", "1/1", "1/3", "1/5", "1/7", "1/9"]],
    [
      "2025-04-01T00:00",
      "2025-06-02T00:00",
      ["4/1", "4/8", "4/15", "4/22", "4/29", "5/6", "5/13", "5/20", "5/27"],
    ],
  ])("%s to %s", (from, to, labels) => {
    expect(ticksOf(at(from), at(to)).map(({ label }) => label)).toEqual(labels);
  });
});

describe("joined", () => {
  it("makes one bar of neighbours of one kind", () => {
    expect(
      joined([
        { kind: "counted", from: 1, to: 2 },
        { kind: "counted", from: 2, to: 3 },
        { kind: "skipped", from: 3, to: 5 },
        { kind: "counted", from: 5, to: 6 },
        { kind: "counted", from: 7, to: 8 },
      ]),
    ).toEqual([
      { kind: "counted", from: 1, to: 3 },
      { kind: "skipped", from: 3, to: 5 },
      { kind: "counted", from: 5, to: 6 },
      { kind: "counted", from: 7, to: 8 },
    ]);
  });
});

describe("weeksOf", () => {
  it.each([
    [2026, 2, 4, "2026-02-01", "2026-02-28"],
    [2026, 11, 5, "2026-11-01", undefined],
    [2025, 3, 6, undefined, undefined],
    [2024, 2, 5, undefined, undefined],
  ])("%i-%i has %i rows", (year, month, rows, first, last) => {
    const weeks = weeksOf(year, month);
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([rows, first, last]);
  });
});
