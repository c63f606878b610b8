import type { Question, QuestionState } from "../api/types";
import { useSay } from "../lib/i18n";
import { Chip, type ChipTone } from "../ui/Chip";

const looks: Record<QuestionState, { tone: ChipTone; sign: string }> = {
  open: { tone: "yellow", sign: "△" },
  answered: { tone: "blue", sign: "□" },
  awaiting_approval: { tone: "yellow", sign: "◇" },
  resolved: { tone: "green", sign: "○" },
  withdrawn: { tone: "neutral", sign: "－" },
};

export function QuestionStateChip({ question }: { question: Pick<Question, "state" | "state_label"> }) {
  const say = useSay();
  return <Chip {...looks[question.state]}>{say(question.state_label)}</Chip>;
}
