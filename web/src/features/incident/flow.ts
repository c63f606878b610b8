import type { IncidentAct, IncidentFlow, IncidentFlowStep } from "../../api/types";

/** What leads on from a step: its own record, the exchange, an act of the course, or nothing for who looks. */
export type Lead =
  | { kind: "record" }
  | { kind: "swap" }
  | { kind: "course"; act: IncidentAct }
  | { kind: "nothing" };

const courseActs = ["contacted", "visit_decided", "restored", "checked"] as const;

/** What who looks can do about a step now; `acts` is what the course can be told. */
export function leadOf(step: IncidentFlowStep, acts: readonly IncidentAct[]): Lead {
  const act = courseActs.find((each) => each === step.shown_by);
  if (act)
    return step.standing === "open" && acts.includes(act) ? { kind: "course", act } : { kind: "nothing" };
  if (step.can.length === 0) return { kind: "nothing" };
  return step.kind === "swap" ? { kind: "swap" } : { kind: "record" };
}

/** Whether the flow says what comes next, so that the page's one solid button stands there. */
export function leads(flow: IncidentFlow | null | undefined, acts: readonly IncidentAct[]): boolean {
  const next = flow?.steps.find(({ id }) => id === flow.next);
  return next !== undefined && leadOf(next, acts).kind !== "nothing";
}

/** The page of another ledger in which a step is recorded; its record then ends the step. */
export function ledgerOf({ shown_by: proof, standing }: IncidentFlowStep): "desks" | "repairs" | undefined {
  if (standing !== "open" || !proof) return undefined;
  if (["maker_called", "maker_appointed", "site_told", "maker_came"].includes(proof)) return "desks";
  return courseActs.some((each) => each === proof) ? undefined : "repairs";
}
