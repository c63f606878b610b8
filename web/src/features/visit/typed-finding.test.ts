import { describe, expect, it } from "vitest";
import type { VisitFinding } from "../../api/types";
import { findingSearch } from "./finding.search";
import { newFinding, sentCorrection, sentFinding, typedFinding } from "./typed-finding";

const question = {
  kind: "question",
  text: "印刷がかすれる",
  told_by: "窓口 花子",
  found_on: "2025-12-01",
  answer: "",
  promised_on: "2025-12-08",
  replied_on: "2025-12-05",
  reply: "清掃で直る",
  replied_to: "窓口 花子",
  reported_on: null,
  reported_by: "",
  done_on: null,
  done: "",
} as unknown as VisitFinding;

describe("a finding as it is typed", () => {
  it.each([
    ["condition", "yes", "", null],
    ["request", "no", "", null],
    ["question", "yes", "清掃で直る", null],
    ["question", "no", "", "2025-12-08"],
  ] as const)("of kind %s, answered %s, has the answer %j and the day %j", (kind, answered, answer, day) => {
    const typed = {
      ...newFinding("2025-12-01"),
      kind,
      answered,
      answer: "清掃で直る",
      promised_on: "2025-12-08",
    };
    expect(sentFinding(typed)).toEqual({
      kind,
      text: "",
      told_by: "",
      found_on: "2025-12-01",
      answer,
      promised_on: day,
    });
  });

  it("is corrected as a whole, with the acts that it had", () =>
    expect(sentCorrection({ ...typedFinding(question), promised_on: "2025-12-10", reason: "誤り" })).toEqual({
      kind: "question",
      text: "印刷がかすれる",
      told_by: "窓口 花子",
      found_on: "2025-12-01",
      answer: "",
      promised_on: "2025-12-10",
      replied_on: "2025-12-05",
      reply: "清掃で直る",
      replied_to: "窓口 花子",
      reported_on: null,
      reported_by: "",
      done_on: null,
      done: "",
      reason: "誤り",
    }));
});

describe("the address of the findings", () => {
  it.each([
    [{}, {}],
    [
      { kind: "question", site: "s1", from: "R7.12.1", until: 20251231, all: true },
      { kind: "question", site: "s1", from: "R7.12.1", until: "20251231", all: true },
    ],
    [{ kind: "none", site: "", all: "no" }, {}],
  ])("%j is read as %j", (search, read) => expect(findingSearch(search)).toEqual(read));
});
