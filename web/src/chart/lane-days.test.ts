import { expect, test } from "vitest";
import { type Lane, monthsOf, reachOf, shareOf } from "./lane-days";

const lane = (from: string, to?: string): Lane => ({
  key: "k",
  title: "",
  bars: [{ look: "have", from, to, label: "" }],
});

test("the picture reaches over whole months and today", () => {
  expect(reachOf([], "2025-05-20")).toEqual(["2025-05-01", "2025-06-01"]);
  expect(reachOf([lane("2025-04-14", "2025-12-31")], "2025-05-20")).toEqual(["2025-04-01", "2026-01-01"]);
  expect(reachOf([lane("2025-04-14")], "2026-02-01")).toEqual(["2025-04-01", "2026-03-01"]);
});

test("a day stands where it is in time, and never outside", () => {
  expect(shareOf("2025-04-16", "2025-04-01", "2025-05-01")).toBe(0.5);
  expect(shareOf("2024-01-01", "2025-04-01", "2025-05-01")).toBe(0);
  expect(shareOf("2026-01-01", "2025-04-01", "2025-05-01")).toBe(1);
});

test("months are named, a year where it begins, and there is room for each", () => {
  expect(monthsOf("2025-11-01", "2026-03-01").map(({ name }) => name)).toEqual([
    "2025/11",
    "12",
    "2026/1",
    "2",
  ]);
  expect(monthsOf("2020-04-01", "2026-04-01")).toHaveLength(12);
});
