import { describe, expect, it } from "vitest";
import type { IncidentFlow, IncidentFlowStep } from "../../api/types";
import { leadOf, leads, ledgerOf } from "./flow";

const step = (more: Partial<IncidentFlowStep>): IncidentFlowStep => ({
  id: "step",
  label: { ja: "手順", en: "Step" },
  hint: { ja: "", en: "" },
  clause: "001 §5.1.2",
  basis: "contract",
  kind: "check",
  turn: "contractor",
  mandatory: false,
  standing: "open",
  shown_by: null,
  entry: null,
  shown: null,
  can: ["done", "not_needed"],
  may_take_back: false,
  ...more,
});

describe("leadOf", () => {
  it.each([
    [step({}), { kind: "record" }],
    [step({ kind: "decision", can: ["yes", "no"] }), { kind: "record" }],
    [step({ kind: "swap" }), { kind: "swap" }],
    [step({ can: [] }), { kind: "nothing" }],
    [step({ standing: "done", can: [] }), { kind: "nothing" }],
    [step({ shown_by: "maker_called" }), { kind: "record" }],
    [step({ shown_by: "contacted", can: [] }), { kind: "course", act: "contacted" }],
    [step({ shown_by: "checked", can: [] }), { kind: "nothing" }],
    [step({ shown_by: "contacted", standing: "done", can: [] }), { kind: "nothing" }],
  ])("%#", (each, lead) => {
    expect(leadOf(each, ["contacted", "restored"])).toEqual(lead);
  });
});

describe("leads", () => {
  const flow = (next: string | null, steps: IncidentFlowStep[]): IncidentFlow => ({
    branch: null,
    by_itself: true,
    offered: [],
    steps,
    next,
    waits_for: null,
    entries: [],
  });
  it.each([
    [undefined, false],
    [flow(null, [step({})]), false],
    [flow("step", [step({})]), true],
    [flow("step", [step({ can: [] })]), false],
    [flow("elsewhere", [step({})]), false],
  ])("%#", (each, led) => {
    expect(leads(each, [])).toBe(led);
  });
});

describe("ledgerOf", () => {
  it.each([
    [step({}), undefined],
    [step({ shown_by: "maker_came" }), "desks"],
    [step({ shown_by: "erasure_certified" }), "repairs"],
    [step({ shown_by: "checked" }), undefined],
    [step({ shown_by: "repair_opened", standing: "done" }), undefined],
  ])("%#", (each, ledger) => {
    expect(ledgerOf(each)).toBe(ledger);
  });
});
