import { describe, expect, it } from "vitest";
import { say } from "../lib/i18n";
import { errorsOf } from "./form-errors";
import { ApiProblem } from "./problem";

const body = {
  status: 422,
  code: "request/invalid",
  detail_ja: "入力内容に誤りがあります。",
  detail_en: "Some entries are wrong.",
  request_id: "r-1",
  errors: [
    { path: "title", code: "length", ja: "作業名は200文字までです。", en: "At most 200 characters." },
    { path: "work_types[0]", code: "unknown", ja: "この種別はありません。", en: "No such type." },
    { path: "elsewhere", code: "x", ja: "x", en: "x" },
  ],
};

describe("a failed call", () => {
  it("says what the server said", () => {
    const problem = ApiProblem.of(422, body);
    expect(say(problem.text, "ja")).toBe("入力内容に誤りがあります。");
    expect(say(problem.text, "en")).toBe("Some entries are wrong.");
    expect(problem.requestId).toBe("r-1");
  });

  it("keeps its status when a proxy answers with something else", () => {
    const problem = ApiProblem.of(502, "<html>");
    expect(problem.code).toBe("network/unreadable");
    expect(say(problem.text, "en")).toContain("502");
  });

  it("gives the fields of the form their errors, also by the name of a list", () => {
    const errors = errorsOf(ApiProblem.of(422, body), { title: "", work_types: [] });
    expect(errors).toEqual({
      title: { ja: "作業名は200文字までです。", en: "At most 200 characters." },
      work_types: { ja: "この種別はありません。", en: "No such type." },
    });
  });

  it.each([
    ["somebody was first", 412, "work_request/changed", true],
    ["somebody was first with one's own choices", 412, "notice/choices_changed", true],
    ["a gate is shut", 412, "work_request/gate_shut", false],
    ["a name is taken", 409, "account/name_changed", false],
  ])("%s", (_, status, code, conflict) => {
    expect(ApiProblem.of(status, { ...body, code }).isConflict).toBe(conflict);
  });
});
