import type { HistoryEvent, QuestionDetail } from "../../api/types";
import { message } from "../../lib/i18n";
import { type Moment, momentOf, newestFirst } from "../../parts/Timeline";
import { questionText } from "./question.text";

type Approvals = QuestionDetail["approvals"];

/** Acts after which an approval of the answer no longer holds. */
const voiding: readonly string[] = ["question.answer_changed", "question.asked_again", "question.withdrawn"];

/** What followed from an event for the applications about the answer, the latest first. */
function consequences({ kind, at }: HistoryEvent, approvals: Approvals): Moment[] {
  const after = (key: "approvalApplied" | "approvalVoid", { id, number }: Approvals[number]): Moment => ({
    key: `${key} ${id}`,
    at,
    text: message(questionText, key, { number }),
  });
  if (kind === "question.accepted")
    return approvals.filter(({ asked_at }) => asked_at === at).map((each) => after("approvalApplied", each));
  if (!voiding.includes(kind)) return [];
  return approvals
    .filter(({ state, settled_at }) => state === "voided" && settled_at === at)
    .map((each) => after("approvalVoid", each));
}

/**
 * What happened to a question, newest first: its own events, each after what followed from it and the chain of the
 * question does not tell, that an approval was applied for or became void.
 */
export const momentsOf = (events: readonly HistoryEvent[], approvals: Approvals): Moment[] =>
  newestFirst(events).flatMap((event) => [...consequences(event, approvals), momentOf(event)]);
