import { describe, expect, it } from "vitest";
import type { ApprovalDetail, ApprovalFormKind } from "../../api/types";
import { blank, errorsIn, newApprovalOf } from "./application";
import { beginOf, endOf, needsOf, placeOf, spanOf } from "./approval";
import { filtersOf, inboxSearch, isFiltered, nextSort, registerSearch } from "./approval.search";
import { grantWord } from "./DecideForm";
import { deputyErrors } from "./panel-dialogs";

const kind = (effect: ApprovalFormKind["effect"], turn: ApprovalFormKind["turn"] = "city") =>
  ({ id: "k", effect, turn, steps: [] }) as unknown as ApprovalFormKind;

describe("a period", () => {
  it.each([
    ["a day and a time", "2026-11-24", "17:15", "2026-11-24T17:15:00+09:00", "2026-11-24T17:15:00+09:00"],
    ["a day alone", "R8.11.24", "", "2026-11-24T00:00:00+09:00", "2026-11-25T00:00:00+09:00"],
    ["midnight", "2026-11-30", "24:00", "2026-12-01T00:00:00+09:00", "2026-12-01T00:00:00+09:00"],
    ["no day", "", "17:15", null, null],
    ["no such day", "2026-11-31", "", undefined, undefined],
    ["no such time", "2026-11-24", "25:00", undefined, undefined],
  ])("with %s", (_, day, time, begin, end) => {
    expect(beginOf({ day, time })).toBe(begin);
    expect(endOf({ day, time })).toBe(end);
  });

  it.each([
    [
      "what is in force",
      "2026-11-24T00:00:00Z",
      null,
      "2026-12-07T08:00:00Z",
      "令和8年11月24日 09:00 ～ 令和8年12月7日 17:00",
    ],
    ["what was asked for", null, "2026-11-24T00:00:00Z", null, "令和8年11月24日 09:00 ～"],
    ["nothing", null, null, null, ""],
  ])("says %s", (_, begins_at, from, until, said) => expect(spanOf({ begins_at, from, until })).toBe(said));
});

describe("what a kind wants to know", () => {
  it.each([
    ["act", "city", { acts: true, room: false, site: false, devices: true }],
    ["entry", "city", { acts: false, room: false, site: true, devices: false }],
    ["entry_room", "city", { acts: false, room: true, site: false, devices: false }],
    ["overtime", "site", { acts: false, room: false, site: true, devices: false }],
    ["bundling", "city", { acts: false, room: false, site: false, devices: false }],
  ] as const)("%s decided by %s", (effect, turn, needs) =>
    expect(needsOf(kind(effect, turn))).toEqual(needs),
  );
});

describe("an application", () => {
  const filled = { ...blank("k", ""), title: "接続", reason: "切り分け" };

  it("says everything that is missing", () => {
    expect(Object.keys(errorsIn(blank("", ""), undefined))).toEqual(["kind", "title", "reason"]);
    expect(Object.keys(errorsIn(filled, kind("act")))).toEqual(["acts"]);
    expect(Object.keys(errorsIn(filled, kind("entry")))).toEqual(["site_id"]);
    expect(errorsIn({ ...filled, request_id: "w" }, kind("entry"))).toEqual({});
  });

  it("wants a period that runs forward", () => {
    const on = (from: string, until: string, until_time = "") =>
      Object.keys(errorsIn({ ...filled, from, until, until_time }, kind("bundling")));
    expect(on("2026-11-24", "2026-11-24")).toEqual([]);
    expect(on("2026-11-24", "2026-11-23")).toEqual(["until"]);
    expect(on("2026-11-24", "2026-11-24", "0:00")).toEqual(["until"]);
    expect(on("2026-11-24", "2026-11-24", "x")).toEqual(["until_time"]);
    expect(on("2026-11-31", "")).toEqual(["from"]);
  });

  it("sends only what its kind wants to know", () => {
    const sent = newApprovalOf(
      { ...filled, acts: ["copy"], room: "機械室", devices: ["d"] },
      kind("bundling"),
    );
    expect(sent).toEqual({
      kind: "k",
      title: "接続",
      reason: "切り分け",
      request_id: null,
      site_id: null,
      acts: [],
      devices: [],
      room: "",
      from: null,
      until: null,
    });
  });
});

describe("what an approval is about", () => {
  it.each([
    ["question", "q", null, { page: "questions", id: "q" }],
    ["procedure", "p", null, { page: "procedures", id: "p" }],
    ["procedure_version", "v", "w", { page: "requests", id: "w/steps" }],
    ["procedure_version", "v", null, undefined],
    ["roster_change", "r", null, { page: "people", id: "" }],
    ["work_window", "x", "w", { page: "requests", id: "w" }],
    ["work_window", "x", null, undefined],
    ["", "", "w", undefined],
  ])("%s", (subject_kind, subject_id, request_id, place) =>
    expect(placeOf({ subject_kind, subject_id, request_id })).toEqual(place),
  );
});

describe("addresses", () => {
  it("keep what they know", () => {
    expect(inboxSearch({ view: "sent", x: 1 })).toEqual({ view: "sent" });
    expect(inboxSearch({ view: "none" })).toEqual({});
    expect(registerSearch({ q: 2026, state: "granted", page: 3 })).toEqual({ q: "2026", state: "granted" });
  });

  it("read a day in any way of writing, and leave out what is none", () => {
    expect(filtersOf({ on: "R8.11.24", state: "granted" })).toEqual({ on: "2026-11-24", state: "granted" });
    expect(filtersOf({ on: "2026-11-31" })).toEqual({});
    expect(isFiltered({ sort: "title" })).toBe(false);
  });

  it.each([
    [undefined, "title", "title"],
    ["title", "title", "-title"],
    ["-title", "title", undefined],
    [undefined, "asked_at", undefined],
  ])("after %s a click on %s orders by %s", (before, key, after) =>
    expect(nextSort(before, key)).toBe(after),
  );
});

describe("the button that grants", () => {
  it.each([
    ["approve", 0, 1, "grant"],
    ["approve", 0, 2, "grantStep"],
    ["approve", 1, 2, "grant"],
    ["agree", 0, 1, "agree"],
    ["instruct", 0, 1, "confirmInstruction"],
  ])("%s, %s of %s steps", (nature, step, steps, word) =>
    expect(grantWord({ approval: { nature, step, steps } } as ApprovalDetail)).toBe(word),
  );
});

describe("a deputy", () => {
  const given = { person_id: "a", deputy_id: "b", first: "2026-11-24", last: "2026-11-24" };

  it.each([
    ["of one day", {}, []],
    ["of oneself", { deputy_id: "a" }, ["deputy_id"]],
    ["backwards", { last: "2026-11-23" }, ["last"]],
    ["of nobody", { person_id: "", first: "" }, ["person_id", "first"]],
  ])("%s", (_, change, wrong) => expect(Object.keys(deputyErrors({ ...given, ...change }))).toEqual(wrong));
});
