import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayInJapan, daysBetween, instantInJapan, weekdayOf } from "./day";

describe("days", () => {
  it.each([
    ["one month on", "2021-09-01", 1, "2021-10-01"],
    ["clamped to the end of the month", "2026-01-31", 1, "2026-02-28"],
    ["clamped in a leap year", "2024-01-31", 1, "2024-02-29"],
    ["over the end of the year", "2025-12-15", 1, "2026-01-15"],
    ["backwards", "2026-03-31", -1, "2026-02-28"],
  ])("%s", (_, day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it("adds and counts days across a leap day", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  });

  it.each([
    ["2026-11-20", 5],
    ["2026-11-22", 0],
    ["1969-12-31", 3],
  ])("weekday of %s", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it("reads instants on the clock of Japan", () => {
    expect(instantInJapan("2026-11-20T07:30:00Z")).toBe("2026/11/20 16:30");
    expect(dayInJapan(Date.parse("2026-11-20T15:00:00Z"))).toBe("2026-11-21");
  });
});
