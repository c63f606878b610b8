import { useQuery } from "@tanstack/react-query";
import { waitingApprovalsQuery } from "../api/approvals";
import { waitingQuestionsQuery } from "../api/questions";
import { useSide } from "../api/session";
import type { MenuWord } from "./menu";

/** The pages that say how much waits there. */
export type Counted = "inbox" | "questions";
export type Waiting = Partial<Record<Counted, number>>;

/** How many approvals wait for who is signed in, and how many questions for that person's side. */
export function useWaiting(words: readonly MenuWord[], contract: string): Waiting {
  const side = useSide(contract);
  const shown = (key: Counted) => words.some(({ pages }) => pages.some((page) => page.key === key));
  const approvals = useQuery({
    ...waitingApprovalsQuery(contract),
    enabled: contract !== "" && shown("inbox"),
  });
  const questions = useQuery({
    ...waitingQuestionsQuery(contract, side),
    enabled: contract !== "" && side !== "neutral" && shown("questions"),
  });
  return { inbox: approvals.data?.total ?? 0, questions: questions.data?.total ?? 0 };
}
