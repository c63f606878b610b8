import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import type { Contract, QuestionDetail } from "../../api/types";
import { Moments } from "../../parts/Timeline";
import { ProblemBanner } from "../../ui/Banner";
import { Loading } from "../../ui/Page";
import { momentsOf } from "./history";
import { questionEventsQuery } from "./question.queries";

/** Asked, answered, accepted, approved, void: everything that happened to the question, newest first. */
export function QuestionHistory({ contract, detail }: { contract: Contract; detail: QuestionDetail }) {
  const events = useQuery(questionEventsQuery(contract.id, detail.question.id));
  if (events.isPending) return <Loading />;
  if (events.isError) return <ProblemBanner problem={problemOf(events.error)} />;
  return <Moments moments={momentsOf(events.data.items, detail.approvals)} />;
}
