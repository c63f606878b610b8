import { describe, expect, it } from "vitest";
import { groupedBy, sayHours, sayWeekdays } from "./hours";

describe("weekdays", () => {
  it.each([
    ["a working week", ["mon", "tue", "wed", "thu", "fri"], "月～金", "Mon–Fri"],
    ["two days", ["sat", "sun"], "土・日", "Sat, Sun"],
    ["days apart", ["fri", "mon", "wed"], "月・水・金", "Mon, Wed, Fri"],
    ["a range and a day", ["mon", "tue", "wed", "fri"], "月～水・金", "Mon–Wed, Fri"],
    ["the whole week", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "月～日", "Mon–Sun"],
    ["none", [], "", ""],
  ])("%s", (_, days, ja, en) => {
    expect([sayWeekdays(days, "ja"), sayWeekdays(days, "en")]).toEqual([ja, en]);
  });
});

describe("hours", () => {
  const window = { days: ["mon", "tue", "wed", "thu", "fri"], opens: "08:45", closes: "17:15" };
  it.each([
    ["a window", { windows: [window], always: false }, ["月～金 8:45～17:15"]],
    ["always", { windows: [], always: true }, ["いつでも（24時間）"]],
    ["nothing agreed", { windows: [], always: false }, ["時間の定めなし"]],
  ])("%s", (_, hours, said) => {
    expect(sayHours(hours, "ja")).toEqual(said);
  });
});

it("groups in the order of first appearance", () => {
  expect(groupedBy(["b1", "a1", "b2"], (text) => text.charAt(0))).toEqual([
    { key: "b", items: ["b1", "b2"] },
    { key: "a", items: ["a1"] },
  ]);
});
