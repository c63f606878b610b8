import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Contract, Site } from "../../api/types";
import { sayValue } from "../../api/values";
import { auditSearch, subjectOf } from "./audit.search";
import { kindText } from "./kind.text";
import { kinds } from "./kinds";
import { pageOf } from "./subject-name";

const server = join(import.meta.dirname, "../../../../src");

/** Kinds of the installation's own chain, which no contract shows. */
const ofTheSystem = /^(session|person|installation|holiday_list|calendar|backup)\./;

/** `{"work_request.created", {"作業依頼を作成", "Request written"}}` in the table of kinds of a feature's words. */
function wordsOfTheServer(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const name of readdirSync(server, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith("event_words.cpp")) continue;
    const kindsOnly =
      readFileSync(join(server, name), "utf8").split(/\n {8}\},\n|Table (?!kinds)\w+\(\)/)[0] ?? "";
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
    acts: [{ id: "copy", label: { ja: "複写", en: "Copying" } }],
    approvals: [{ id: "waiver", label: { ja: "省略", en: "Waiver" } }],
  } as unknown as Contract;
  it.each([
    ["status", "done", "完了", "Done"],
    ["status", "other", "other", "other"],
    ["entered_on", "2025-11-19", "令和7年11月19日（水）", "2025-11-19 (Wed)"],
    ["city_confirmation", "signed", "確認済み", "Signed"],
    ["role", "auditor", "監査人", "Auditor"],
    ["work_types", "move,gone", "移設、gone", "Move, gone"],
    ["title", "constructor", "constructor", "constructor"],
    ["reported_at", "2026-11-28T08:05:00Z", "令和8年11月28日 17:05", "2026-11-28 17:05"],
    ["acts", "copy", "複写", "Copying"],
    ["kind", "waiver", "省略", "Waiver"],
    ["state", "voided", "無効", "Void"],
    ["title", "voided", "voided", "voided"],
    ["state", "constructor", "constructor", "constructor"],
    ["start_kind", "emergency", "緊急着手", "Emergency start"],
    ["site_id", "s1", "東支所", "東支所"],
    ["window_site", "s9", "s9", "s9"],
  ])("%s %s", (field, value, ja, en) => {
    const sites = [{ id: "s1", name: "東支所" }] as Site[];
    const said = (["ja", "en"] as const).map((spoken) => sayValue(contract, field, value, spoken, sites));
    expect(said).toEqual([ja, en]);
  });
});

it.each([
  ["work_request", "r1", "/requests/r1"],
  ["security_incident", "a/b", "/security-incidents/a%2Fb"],
  ["worker", "", undefined],
  ["contract", "c1", undefined],
  ["constructor", "c1", undefined],
])("the page of %s %s", (kind, id, page) => expect(pageOf({ kind, id })).toBe(page));
