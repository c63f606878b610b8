import type { StocktakeLine } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { verdictText } from "./stocktake.text";

const looks: Record<StocktakeLine["verdict"], { tone: ChipTone; sign: string }> = {
  found: { tone: "green", sign: "○" },
  expected: { tone: "neutral", sign: "－" },
  missing: { tone: "red", sign: "×" },
  elsewhere: { tone: "yellow", sign: "△" },
  unknown: { tone: "yellow", sign: "？" },
};

export function VerdictChip({ verdict }: { verdict: StocktakeLine["verdict"] }) {
  const say = useText(verdictText);
  return <Chip {...looks[verdict]}>{say(verdict)}</Chip>;
}
