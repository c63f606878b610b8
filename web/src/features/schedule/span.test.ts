import { describe, expect, it } from "vitest";
import type { PlannedWindow } from "../../api/types";
import { byDay, daysOf, monthSpan, moved, weekSpan } from "./span";

const planned = (from: string, until: string) =>
  ({ window: { id: from, from, until }, request_number: "M26-001" }) as unknown as PlannedWindow;

describe("the days that are shown", () => {
  it.each([
    ["2026-11-20", "2026-11-01", "2026-11-30"],
    ["2028-02-29", "2028-02-01", "2028-02-29"],
  ])("%s lies in the month from %s to %s", (day, first, last) =>
    expect(monthSpan(day)).toEqual({ first, last }),
  );
  it.each([
    ["2026-11-20", "2026-11-15", "2026-11-21"],
    ["2026-11-15", "2026-11-15", "2026-11-21"],
    ["2027-01-01", "2026-12-27", "2027-01-02"],
  ])("%s lies in the week from %s to %s", (day, first, last) => {
    expect(weekSpan(day)).toEqual({ first, last });
    expect(daysOf(weekSpan(day))).toHaveLength(7);
  });
  it("move by months and weeks", () => {
    expect(moved("2026-01-31", "month", 1)).toBe("2026-02-01");
    expect(moved("2026-01-31", "month", -1)).toBe("2025-12-01");
    expect(moved("2026-01-31", "week", 1)).toBe("2026-02-07");
  });
});

describe("windows by day", () => {
  const span = { first: "2026-11-01", last: "2026-11-30" };
  it("stand on the day they begin, in Japan", () => {
    const days = byDay([planned("2026-11-19T15:30:00Z", "2026-11-19T18:00:00Z")], span);
    expect([...days.keys()]).toEqual(["2026-11-20"]);
    expect(days.get("2026-11-20")?.[0]).toMatchObject({ from: "00:30", until: "03:00", overnight: false });
  });
  it("say when they go on after midnight", () => {
    const days = byDay([planned("2026-11-20T13:00:00Z", "2026-11-20T20:00:00Z")], span);
    expect(days.get("2026-11-20")?.[0]).toMatchObject({ from: "22:00", until: "05:00", overnight: true });
    const midnight = byDay([planned("2026-11-20T13:00:00Z", "2026-11-20T15:00:00Z")], span);
    expect(midnight.get("2026-11-20")?.[0]?.overnight).toBe(false);
  });
  it("from before the span stand on its first day", () => {
    const days = byDay([planned("2026-10-31T13:00:00Z", "2026-10-31T20:00:00Z")], span);
    expect([...days.keys()]).toEqual(["2026-11-01"]);
  });
});
