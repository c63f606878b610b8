import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../chart/MonthCalendar";
import {
  fiscalMonths,
  fiscalYearOf,
  lastDay,
  monthLater,
  readMonth,
  sayFiscalYear,
  sayMonth,
} from "../../lib/month";
import { calendarSearch } from "./calendar.search";
import { closureRuns } from "./closure-runs";
import { dueSearch, questionOf, readTime, readWhole } from "./due.search";

describe("months", () => {
  it.each([
    ["2026-11", "2026-11"],
    ["2026-13", undefined],
    ["1867-12", undefined],
    [202611, undefined],
  ])("reads %s", (text, month) => expect(readMonth(text)).toBe(month));

  it.each([
    ["2025-12", 1, "2026-01", 2025],
    ["2026-03", 1, "2026-04", 2025],
    ["2026-04", -1, "2026-03", 2026],
    ["2024-02", 12, "2025-02", 2023],
  ])("%s moved by %i is %s, of fiscal year %i", (month, months, later, year) =>
    expect([monthLater(month, months), fiscalYearOf(month)]).toEqual([later, year]),
  );

  it("has twelve in a fiscal year", () =>
    expect([fiscalMonths(2025).length, fiscalMonths(2025)[0], fiscalMonths(2025)[11]]).toEqual([
      12,
      "2025-04",
      "2026-03",
    ]));

  it("ends leap years' February", () => expect(lastDay("2024-02")).toBe("2024-02-29"));

  it.each([
    ["2026-11", "令和8年11月（2026年11月）", "November 2026"],
    ["2019-05", "令和元年5月（2019年5月）", "May 2019"],
    ["2019-04", "平成31年4月（2019年4月）", "April 2019"],
  ])("says %s", (month, ja, en) => expect([sayMonth(month, "ja"), sayMonth(month, "en")]).toEqual([ja, en]));

  it.each([
    [2019, "平成31年度（2019年度）", "Fiscal year 2019"],
    [2026, "令和8年度（2026年度）", "Fiscal year 2026"],
  ])("says fiscal year %i", (year, ja, en) =>
    expect([sayFiscalYear(year, "ja"), sayFiscalYear(year, "en")]).toEqual([ja, en]),
  );

  it("reads any address", () =>
    expect(calendarSearch({ month: "x", view: "week", work: 1, hours: "yes" })).toEqual({
      month: undefined,
      view: undefined,
      work: undefined,
      hours: undefined,
    }));
});

describe("due questions", () => {
  it.each([
    [
      { from: "2023-06-02T16:30", rule: "service_minutes", amount: 60, roll: "next" },
      { from: "2023-06-02T16:30", rule: "service_minutes", amount: 60 },
    ],
    [
      { from: "2023-06-02T16:30", rule: "open_days", amount: -3 },
      { from: "2023-06-02", rule: "open_days", amount: -3 },
    ],
    [
      { from: "2023-06-02", rule: "end_of_month", amount: 9, later: 1 },
      { from: "2023-06-02", rule: "end_of_month", months_later: 1, roll: "none" },
    ],
    [
      { from: "2023-06-02", rule: "nth_open_day", amount: 3, work: "w" },
      { from: "2023-06-02", rule: "nth_open_day", amount: 3, months_later: 0, work_class: "w" },
    ],
    [{ from: "2023-06-31", rule: "end_of_month" }, undefined],
    [{ from: "2023-06-02", rule: "open_days" }, undefined],
    [{ from: "2023-06-02", rule: "other", amount: 1 }, undefined],
    [{}, undefined],
  ])("%j", (address, question) => expect(questionOf(dueSearch(address))).toEqual(question));

  it.each([
    ["16:30", "16:30"],
    ["1630", "16:30"],
    ["９：０５", "09:05"],
    ["905", "09:05"],
    ["16時30分", "16:30"],
    ["9時", "09:00"],
    ["24:00", undefined],
    ["8:60", undefined],
    ["", undefined],
  ])("reads the time %s", (written, time) => expect(readTime(written)).toBe(time));

  it.each([
    ["60", 60],
    ["１２０", 120],
    ["-5", -5],
    ["−5", -5],
    ["1,440", 1440],
    ["1.5", undefined],
    ["", undefined],
  ])("reads the number %s", (written, number) => expect(readWhole(written)).toBe(number));
});

describe("closures of a month", () => {
  const day = (number: number, kind: string, ...reasons: string[]): CalendarDay => ({
    day: `2025-12-${number}`,
    open: kind === "open",
    kind,
    holiday_name: "",
    reasons: reasons.map((ja) => ({ ja, en: ja })),
    windows: [],
    forecast: false,
  });
  it("leaves the weekly ones out and joins neighbours", () => {
    const runs = closureRuns([
      day(27, "weekly", "土曜日"),
      day(28, "closure", "年末"),
      day(29, "closure", "年末", "日曜日"),
      day(30, "open"),
      day(31, "closure", "年末"),
    ]);
    expect(runs.map(({ from, to, reason }) => [from, to, reason.ja])).toEqual([
      ["2025-12-28", "2025-12-29", "年末"],
      ["2025-12-31", "2025-12-31", "年末"],
    ]);
  });
});
