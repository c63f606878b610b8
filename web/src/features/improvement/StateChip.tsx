import type { Improvement } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { stateText } from "./improvement.text";

const looks: Record<Improvement["state"], { tone: ChipTone; sign: string }> = {
  proposed: { tone: "yellow", sign: "△" },
  declined: { tone: "neutral", sign: "×" },
  accepted: { tone: "blue", sign: "□" },
  doing: { tone: "blue", sign: "□" },
  checked: { tone: "yellow", sign: "△" },
  closed: { tone: "green", sign: "○" },
  continued: { tone: "green", sign: "→" },
  withdrawn: { tone: "neutral", sign: "－" },
};

export function StateChip({ state }: { state: Improvement["state"] }) {
  const t = useText(stateText);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
