import { describe, expect, it } from "vitest";
import { say } from "../../lib/i18n";
import { deadlineState, missingHolidays, openRequests, pageOfClock } from "./deadline";

describe("the state of a deadline", () => {
  it.each([
    ["no wish", null, null, "－", "希望日なし"],
    ["three open days ago", "2026-11-17", -3, "×", "超過 3開庁日"],
    ["passed, but no open day since", "2026-11-20", 0, "×", "超過"],
    ["today", "2026-11-21", 0, "△", "今日まで"],
    ["on a closed day ahead", "2026-11-22", 0, "△", "閉庁中に期限"],
    ["a week ahead", "2026-11-30", 5, "△", "あと 5開庁日"],
    ["more than a week ahead", "2026-12-01", 6, "○", "あと 6開庁日"],
  ])("%s", (_, wish_on, open_days_left, sign, words) => {
    const state = deadlineState({ wish_on, open_days_left }, "2026-11-21");
    expect([state.sign, say(state.text, "ja")]).toEqual([sign, words]);
  });
});

describe("missing holidays", () => {
  it.each([
    ["next year is there", "2026-11-21", "2027-12-31", "2030-03-31", undefined],
    ["next year is missing", "2026-11-21", "2026-12-31", "2027-03-31", 2027],
    ["the contract ends this year", "2026-11-21", "2026-12-31", "2026-12-31", undefined],
    ["the contract has ended", "2026-11-21", "2026-12-31", "2026-03-31", undefined],
    ["this year's list is cut short", "2026-11-21", "2026-11-23", "2027-03-31", 2026],
  ])("%s", (_, day, holidays_until, ends_on, year) => {
    expect(missingHolidays({ day, holidays_until }, { ends_on })).toBe(year);
  });
});

describe("the page of a clock", () => {
  it.each([
    ["installation", "i1", "/contracts/c%201/installations/i1"],
    ["security_incident", "s1", "/contracts/c%201/security-incidents/s1"],
    ["visit_finding", "f1", "/contracts/c%201/visits/findings/f1"],
    ["ledger", "住記・税", "/contracts/c%201/register/editions"],
    ["work_start", "w1", undefined],
  ])("%s", (subject_kind, subject_id, page) => {
    expect(pageOfClock("c 1", { subject_kind, subject_id })).toBe(page);
  });
});

describe("open requests", () => {
  it.each([
    ["none at all", [], 0],
    [
      "all done",
      [
        { status: "requested", requests: 0 },
        { status: "done", requests: 7 },
      ],
      0,
    ],
    [
      "every status before done counts",
      [
        { status: "requested", requests: 3 },
        { status: "in_progress", requests: 2 },
        { status: "confirming", requests: 1 },
        { status: "done", requests: 7 },
      ],
      6,
    ],
  ] as const)("%s", (_, counts, open) => {
    expect(openRequests({ counts: [...counts] })).toBe(open);
  });
});
