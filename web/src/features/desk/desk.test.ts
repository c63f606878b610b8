import { describe, expect, it } from "vitest";
import { bars } from "./band";
import { blankCall, callBody, callState, peopleOf } from "./call";
import { callSearch, deskSearch, planSearch } from "./desk.search";

describe("a call", () => {
  it("is sent without what is not known", () => {
    const body = callBody({ ...blankCall("2026-11-20T07:30:00Z"), desk: "hp_repair", asked: "電源" });
    expect(body.reached_at).toBe("2026-11-20T16:30");
    expect([body.device_id, body.visit_at, body.site_told_at, body.visited_at]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [{ closed: true, overdue: true, visit_expected: true, visited_at: null }, "closed"],
    [{ closed: false, overdue: true, visit_expected: true, visited_at: null }, "overdue"],
    [{ closed: false, overdue: false, visit_expected: true, visited_at: null }, "promised"],
    [{ closed: false, overdue: false, visit_expected: true, visited_at: "2026-11-20T07:30:00Z" }, "visited"],
    [{ closed: false, overdue: false, visit_expected: false, visited_at: null }, "running"],
  ])("says how far it is: %j", (call, state) => {
    expect(callState(call)).toBe(state);
  });
});

describe("people of a pattern", () => {
  it("are read line by line", () => {
    expect(peopleOf("試作 次郎、090-0000-0001\n\n見本 花子\t090-0000-0002\nJiro, 1")).toEqual([
      { person: "試作 次郎", phone: "090-0000-0001" },
      { person: "見本 花子", phone: "090-0000-0002" },
      { person: "Jiro", phone: "1" },
    ]);
  });
});

describe("addresses", () => {
  it("say what is searched", () => {
    expect(callSearch({ desk: "ricoh", q: "", open: "true", other: 1 })).toEqual({
      desk: "ricoh",
      open: true,
    });
    expect(deskSearch({ device: "D-1" })).toEqual({ device: "D-1" });
    expect(planSearch({ from: "2026-11-20" })).toEqual({ from: "2026-11-20" });
    expect(planSearch({ from: "soon" })).toEqual({});
  });
});

describe("a band", () => {
  it("cuts a span at midnight in Japan", () => {
    expect(bars("2026-11-20", { from: "2026-11-20T08:15:00Z", until: "2026-11-21T23:45:00Z" })).toEqual({
      from: 17.25 / 24,
      to: 1,
    });
    expect(bars("2026-11-21", { from: "2026-11-20T08:15:00Z", until: "2026-11-21T23:45:00Z" })).toEqual({
      from: 0,
      to: 1,
    });
    expect(bars("2026-11-22", { from: "2026-11-20T08:15:00Z", until: "2026-11-21T23:45:00Z" })).toEqual({
      from: 0,
      to: 8.75 / 24,
    });
    expect(
      bars("2026-11-23", { from: "2026-11-20T08:15:00Z", until: "2026-11-21T23:45:00Z" }),
    ).toBeUndefined();
  });
});
