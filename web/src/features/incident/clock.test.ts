import { describe, expect, it } from "vitest";
import type { IncidentClock } from "../../api/types";
import { filled, hoursAndMinutes, isStale, stageOf, usedAt } from "./clock";

const asOf = Date.parse("2023-06-01T07:30:00Z");
const minutes = (count: number) => count * 60;

const clock = (part: Partial<IncidentClock>): IncidentClock => ({
  level: "contact",
  label: { ja: "現場への連絡時間", en: "Contact with the site" },
  clause: "001 §7",
  nature: "effort_target",
  standing: "running",
  from: "2023-06-01T07:30:00Z",
  due: "2023-06-02T00:00:00Z",
  reached: null,
  used_seconds: 0,
  allowed_seconds: minutes(60),
  by_arrival: false,
  forecast: false,
  counting: true,
  turns_at: "2023-06-01T08:15:00Z",
  needs_reason: false,
  reason: "",
  ...part,
});

describe("usedAt", () => {
  it.each([
    ["goes on by the second", {}, 90, 90],
    ["stops at closing", {}, minutes(120), minutes(45)],
    ["stands outside the hours", { counting: false, used_seconds: 120 }, minutes(30), 120],
    ["never runs backwards", { used_seconds: 30 }, -60, 30],
  ])("%s", (_name, part, passed, used) => {
    expect(usedAt(clock(part), asOf, asOf + passed * 1000)).toBe(used);
  });
});

describe("stageOf", () => {
  it.each([
    [{}, minutes(29), "calm"],
    [{}, minutes(30), "half"],
    [{}, minutes(47), "half"],
    [{}, minutes(48), "near"],
    [{}, minutes(60), "near"],
    [{}, minutes(60) + 1, "over"],
    [{ standing: "missed" }, minutes(70), "over"],
    [{ standing: "missed", reached: "2023-06-01T09:00:00Z" }, minutes(70), "missed"],
    [{ standing: "waiting" }, minutes(59), "waiting"],
    [{ standing: "met" }, minutes(59), "done"],
    [{ standing: "measured", allowed_seconds: 0, due: null }, minutes(59), "measured"],
    [{ allowed_seconds: 0, due: null }, minutes(59), "measured"],
    [{ standing: "agreed" }, minutes(200), "agreed"],
    [{ standing: "not_needed" }, 0, "none"],
  ] as const)("%o after %i seconds is %s", (part, used, stage) => {
    expect(stageOf(clock(part), used)).toBe(stage);
  });
});

it("says the rest in hours and minutes, rounded down", () => {
  expect([0, 59, 60, 3599, 3600, 11_040].map(hoursAndMinutes)).toEqual([
    "0:00",
    "0:00",
    "0:01",
    "0:59",
    "1:00",
    "3:04",
  ]);
});

it("asks again once it has closed or opened", () => {
  expect(isStale(clock({}), Date.parse("2023-06-01T08:15:00Z"))).toBe(false);
  expect(isStale(clock({}), Date.parse("2023-06-01T08:15:01Z"))).toBe(true);
  expect(isStale(clock({ turns_at: null }), Date.parse("2030-01-01T00:00:00Z"))).toBe(false);
});

it("fills the bar to its end and no further", () => {
  expect(filled(clock({}), minutes(15))).toBe(25);
  expect(filled(clock({}), minutes(90))).toBe(100);
  expect(filled(clock({ allowed_seconds: 0 }), 5)).toBe(0);
});
