import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Contract } from "../../api/types";
import { sayValue } from "../../api/values";
import { auditSearch, subjectOf } from "./audit.search";
import { kindText } from "./audit.text";
import { kinds } from "./kinds";

const server = join(import.meta.dirname, "../../../../src");

/** Kinds of the installation's own chain, which no contract shows. */
const ofTheSystem = /^(session|person|installation|holiday_list|calendar|backup)\./;

/** `{"work_request.created", {"作業依頼を作成", "Request written"}}` in the table of kinds of a feature's words. */
function wordsOfTheServer(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const name of readdirSync(server, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith("event_words.cpp")) continue;
    const kindsOnly = readFileSync(join(server, name), "utf8").split(/\n {8}\},\n|Table fields\(\)/)[0] ?? "";
    for (const [, kind = "", ja = "", en = ""] of kindsOnly.matchAll(
      /\{"([a-z_.]+)", \{"([^"]+)", "([^"]+)"\}\}/g,
    ))
      words.set(kind, [ja, en]);
  }
  return words;
}

describe("kinds", () => {
  it("are those of the server, in its words", () => {
    const theirs = [...wordsOfTheServer()].filter(([kind]) => !ofTheSystem.test(kind));
    expect(theirs.length).toBeGreaterThan(10);
    for (const [kind, words] of theirs)
      expect([kind, kindText[kind as keyof typeof kindText]]).toEqual([kind, words]);
  });

  it("each have a word", () => expect(Object.keys(kindText)).toEqual([...kinds]));
});

describe("subjects", () => {
  it.each([
    ["work_request:01a", { kind: "work_request", id: "01a" }],
    ["work_request:", { kind: "work_request", id: "" }],
    ["nothing", undefined],
    [undefined, undefined],
  ])("%s", (written, subject) => expect(subjectOf(written)).toEqual(subject));

  it("are read from any address", () =>
    expect(auditSearch({ kind: 3, subject: "person:x", other: true })).toEqual({
      kind: undefined,
      subject: "person:x",
    }));

  it.each([
    ["days", { from: "2026-05-01", to: "2026-05-31" }, { from: "2026-05-01", to: "2026-05-31" }],
    ["no days", { from: "yesterday", to: 20260531 }, {}],
    ["a person", { actor: "花子" }, { actor: "花子" }],
    ["nobody", { actor: "" }, {}],
  ])("say %s", (_, address, read) => expect(auditSearch(address)).toEqual(read));
});

describe("values", () => {
  const contract = {
    status_labels: { done: { ja: "完了", en: "Done" } },
    work_types: [{ id: "move", label: { ja: "移設", en: "Move" } }],
  } as unknown as Contract;
  it.each([
    ["status", "done", "完了", "Done"],
    ["status", "other", "other", "other"],
    ["entered_on", "2025-11-19", "令和7年11月19日（水）", "2025-11-19 (Wed)"],
    ["city_confirmation", "signed", "確認済み", "Signed"],
    ["role", "auditor", "監査人", "Auditor"],
    ["work_types", "move,gone", "移設、gone", "Move, gone"],
    ["title", "constructor", "constructor", "constructor"],
    ["start_kind", "emergency", "緊急着手", "In an emergency"],
    ["window_site", "S-015", "菊水分庁舎", "菊水分庁舎"],
    ["site_id", "S-099", "S-099", "S-099"],
  ])("%s %s", (field, value, ja, en) => {
    const sites = [{ id: "S-015", name: "菊水分庁舎" }];
    expect([
      sayValue(contract, field, value, "ja", sites),
      sayValue(contract, field, value, "en", sites),
    ]).toEqual([ja, en]);
  });
});
