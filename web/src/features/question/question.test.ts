import { describe, expect, it } from "vitest";
import type { HistoryEvent, QuestionDetail } from "../../api/types";
import { say } from "../../lib/i18n";
import { momentsOf } from "./history";
import { newQuestion, type QuestionValues, questionErrors } from "./new-question";
import { oralErrors } from "./OralDialog";
import { askSearch, filtersOf, isFiltered, questionSearch } from "./question.search";

const values: QuestionValues = {
  about: "work_request",
  request_id: "w1",
  procedure_id: "p1",
  title: " 件名 ",
  text: " 本文 ",
};

describe("the address of the list", () => {
  it.each([
    ["filters", { state: "open", turn: "city", age: 3 }, { state: "open", turn: "city", age: "3" }],
    ["nothing it does not know", { other: "x", state: "", q: ["a"] }, {}],
  ])("holds %s", (_, address, read) => expect(questionSearch(address)).toEqual(read));

  it("is filtered by anything but the order", () => {
    expect(isFiltered({ sort: "-asked_at" })).toBe(false);
    expect(isFiltered({ sort: "-asked_at", turn: "city" })).toBe(true);
  });

  it("becomes what the server takes", () =>
    expect(filtersOf({ q: "設定", request: "w1", state: undefined })).toEqual({ q: "設定", request: "w1" }));
});

describe("a link to a new question", () =>
  it("says what it is about and nothing else", () => {
    expect(askSearch({ request: "w1", turn: "city" })).toEqual({ request: "w1" });
    expect(askSearch({ procedure: "p1" })).toEqual({ procedure: "p1" });
    expect(askSearch({})).toEqual({});
  }));

describe("a new question", () => {
  it.each([
    ["complete", {}, []],
    ["about no request", { request_id: "" }, ["request_id"]],
    ["about the contract", { about: "contract", request_id: "" }, []],
    ["without its texts", { title: "\u3000", text: " " }, ["title", "text"]],
  ] as const)("%s", (_, change, wrong) =>
    expect(Object.keys(questionErrors({ ...values, ...change }))).toEqual([...wrong]),
  );

  it.each([
    ["work_request", { subject_kind: "work_request", title: "件名", text: "本文", request_id: "w1" }],
    ["contract", { subject_kind: "contract", title: "件名", text: "本文" }],
    ["procedure", { subject_kind: "procedure", title: "件名", text: "本文", procedure_id: "p1" }],
  ] as const)("about a %s sends only that id", (about, body) =>
    expect(newQuestion({ ...values, about })).toEqual(body),
  );
});

describe("an oral confirmation", () =>
  it("needs when, with whom and what", () => {
    expect(Object.keys(oralErrors({ text: "", at: "", with: " ", minor: true }))).toEqual([
      "at",
      "with",
      "text",
    ]);
    expect(oralErrors({ text: "よい", at: "2025-10-01T10:00", with: "見本", minor: false })).toEqual({});
  }));

describe("the history of a question", () => {
  const event = (sequence: number, at: string, kind: string, reason = ""): HistoryEvent => ({
    sequence,
    at,
    kind,
    text: { ja: kind, en: kind },
    reason,
    actor_name: "見本 太郎",
    side: "city",
    changes: [],
    altered: false,
    unreadable: { ja: "", en: "" },
  });
  const approval = (state: "granted" | "voided"): QuestionDetail["approvals"][number] => ({
    id: "a1",
    number: "S-001",
    state,
    asked_at: "2026-11-03T01:00:00Z",
    settled_at: "2026-11-04T01:00:00Z",
    conditions: "",
    content_sha256: "",
  });
  const events = [
    event(1, "2026-11-01T01:00:00Z", "question.asked"),
    event(3, "2026-11-03T01:00:00Z", "question.accepted"),
    event(4, "2026-11-03T01:00:00Z", "question.approved"),
    event(9, "2026-11-04T01:00:00Z", "question.answer_changed"),
    event(2, "2026-11-02T01:00:00Z", "question.commented", "急ぎです。"),
  ];

  it.each([
    [
      "voided",
      [
        "承認 S-001 は無効",
        "question.answer_changed",
        "question.approved",
        "承認を申請",
        "question.accepted",
        "commented",
        "asked",
      ],
    ],
    [
      "granted",
      [
        "question.answer_changed",
        "question.approved",
        "承認を申請",
        "question.accepted",
        "commented",
        "asked",
      ],
    ],
  ] as const)("tells of an approval that is %s", (state, told) => {
    const moments = momentsOf(events, [approval(state)]);
    expect(moments.map(({ text }) => say(text, "ja"))).toEqual(
      told.map((part) => expect.stringContaining(part)),
    );
  });

  it("says a comment as a comment", () => {
    const comment = momentsOf(events, []).find(({ key }) => key === "2");
    expect(comment).toMatchObject({ comment: "急ぎです。", who: { name: "見本 太郎", side: "city" } });
    expect(comment).not.toHaveProperty("reason");
  });
});
