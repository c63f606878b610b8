import { describe, expect, it } from "vitest";
import {
  parseWrittenDay,
  printDay,
  printInstant,
  sayDay,
  sayDays,
  sayInstant,
  sayMonthOf,
  saySpan,
} from "./wareki";

describe("a written day", () => {
  it.each([
    ["iso", "2027-01-15", "2027-01-15"],
    ["slashes, not padded", "2027/1/15", "2027-01-15"],
    ["eight digits", "20270115", "2027-01-15"],
    ["kanji", "2027年1月15日", "2027-01-15"],
    ["era letter", "R9.1.15", "2027-01-15"],
    ["era letter, small, slashes", "r9/1/15", "2027-01-15"],
    ["era name", "令和9年1月15日", "2027-01-15"],
    ["with weekday", "令和9年1月15日（金）", "2027-01-15"],
    ["first year", "令和元年5月1日", "2019-05-01"],
    ["era past its end", "平成36年3月31日", "2024-03-31"],
    ["seven-digit code", "5080401", "2026-04-01"],
    ["full width", "２０２７／１／１５", "2027-01-15"],
    ["full-width era", "Ｒ９．１．１５", "2027-01-15"],
    ["spaces", " 令和 9 年 1 月 15 日 ", "2027-01-15"],
    ["leap day", "2024/2/29", "2024-02-29"],
    ["no such day", "2021/2/30", undefined],
    ["no leap year", "2023-02-29", undefined],
    ["month 13", "2021/13/1", undefined],
    ["two parts", "2021/2", undefined],
    ["words", "あした", undefined],
    ["unknown era", "光文1年1月1日", undefined],
    ["empty", "", undefined],
  ])("%s: %s", (_, written, day) => {
    expect(parseWrittenDay(written)).toBe(day);
  });
});

describe("a printed day", () => {
  it.each([
    ["2026-11-20", "iso", "2026-11-20"],
    ["2021-09-01", "western_slash", "2021/9/1"],
    ["2026-11-20", "era_long", "令和8年11月20日"],
    ["2026-11-20", "era_short", "R8.11.20"],
    ["2026-11-20", "era_weekday", "令和8年11月20日（金）"],
    ["2019-05-01", "era_long", "令和元年5月1日"],
    ["2019-04-30", "era_long", "平成31年4月30日"],
    ["1989-01-07", "era_short", "S64.1.7"],
    ["1989-01-08", "era_short", "H1.1.8"],
    ["1868-01-01", "era_long", "1868年1月1日"],
  ] as const)("%s as %s", (day, style, text) => {
    expect(printDay(day, style)).toBe(text);
  });

  it("speaks both languages", () => {
    expect(sayDay("2026-11-20", "ja")).toBe("令和8年11月20日（金）");
    expect(sayDay("2026-11-20", "en")).toBe("2026-11-20 (Fri)");
  });
});

describe("a moment", () => {
  const at = "2026-11-20T07:30:00Z";

  it("is said in both languages and printed as the contract writes days", () => {
    expect(sayInstant(at, "ja")).toBe("令和8年11月20日 16:30");
    expect(sayInstant(at, "en")).toBe("2026-11-20 16:30");
    expect(printInstant(at, "western_slash")).toBe("2026/11/20 16:30");
    expect(printInstant("2026-11-20T15:00:00Z", "iso")).toBe("2026-11-21 00:00");
  });

  it.each([
    ["one day", at, "2026-11-20T08:00:00Z", "令和8年11月20日 16:30～17:00"],
    ["two days", at, "2026-11-21T08:00:00Z", "令和8年11月20日 16:30 ～ 令和8年11月21日 17:00"],
    ["days that begin alike", at, "2026-12-20T07:30:00Z", "令和8年11月20日 16:30 ～ 令和8年12月20日 16:30"],
    ["no end", at, null, "令和8年11月20日 16:30 ～"],
    ["no beginning", undefined, at, "～ 令和8年11月20日 16:30"],
    ["nothing", null, undefined, ""],
  ])("spans %s", (_, from, until, said) => expect(saySpan(from, until)).toBe(said));

  it.each([
    ["one day", at, "2026-11-20T08:00:00Z", "2026-11-20 16:30 to 17:00"],
    ["two days", at, "2026-11-21T08:00:00Z", "2026-11-20 16:30 to 2026-11-21 17:00"],
    ["no end", at, null, "from 2026-11-20 16:30"],
    ["no beginning", undefined, at, "until 2026-11-20 16:30"],
    ["nothing", null, undefined, ""],
  ])("spans %s in English", (_, from, until, said) => expect(saySpan(from, until, "en")).toBe(said));

  it("runs from day to day", () => {
    expect(sayDays("2026-11-20", "2026-11-21", "ja")).toBe("令和8年11月20日（金）～令和8年11月21日（土）");
    expect(sayDays("2026-11-20", "2026-11-21", "en")).toBe("2026-11-20 (Fri) to 2026-11-21 (Sat)");
    expect(sayDays("2026-11-20", "2026-11-20", "en")).toBe("2026-11-20 (Fri)");
  });

  it("of a month", () => {
    expect(sayMonthOf("2026-11-01", "ja")).toBe("令和8年11月（2026年11月）");
    expect(sayMonthOf("2026-11-01", "en")).toBe("November 2026");
  });
});
