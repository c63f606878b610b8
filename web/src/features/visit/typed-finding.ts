import type { CorrectFinding, EnterFinding, VisitFinding } from "../../api/types";

/** A finding as it is typed; `answered`: a question was answered on site. */
export interface TypedFinding {
  kind: VisitFinding["kind"];
  text: string;
  told_by: string;
  found_on: string;
  answered: "yes" | "no";
  answer: string;
  promised_on: string;
}

export interface TypedCorrection extends TypedFinding {
  replied_on: string;
  reply: string;
  replied_to: string;
  reported_on: string;
  reported_by: string;
  done_on: string;
  done: string;
  reason: string;
}

export const newFinding = (day: string): TypedFinding => ({
  kind: "condition",
  text: "",
  told_by: "",
  found_on: day,
  answered: "yes",
  answer: "",
  promised_on: "",
});

export const typedFinding = (finding: VisitFinding): TypedCorrection => ({
  kind: finding.kind,
  text: finding.text,
  told_by: finding.told_by,
  found_on: finding.found_on,
  answered: finding.promised_on ? "no" : "yes",
  answer: finding.answer,
  promised_on: finding.promised_on ?? "",
  replied_on: finding.replied_on ?? "",
  reply: finding.reply,
  replied_to: finding.replied_to,
  reported_on: finding.reported_on ?? "",
  reported_by: finding.reported_by,
  done_on: finding.done_on ?? "",
  done: finding.done,
  reason: "",
});

/** As it is sent: only a question has an answer, or a promised day instead. */
export function sentFinding({ answered, answer, promised_on, ...typed }: TypedFinding): EnterFinding {
  const question = typed.kind === "question";
  return {
    ...typed,
    answer: question && answered === "yes" ? answer : "",
    promised_on: question && answered === "no" ? promised_on || null : null,
  };
}

export function sentCorrection(typed: TypedCorrection): CorrectFinding {
  const { kind, text, told_by, found_on, answered, answer, promised_on, ...acts } = typed;
  return {
    ...sentFinding({ kind, text, told_by, found_on, answered, answer, promised_on }),
    ...acts,
    replied_on: acts.replied_on || null,
    reported_on: acts.reported_on || null,
    done_on: acts.done_on || null,
  };
}
