import type { Unit } from "../api/types";
import { useText } from "../lib/i18n";
import { Chip, type ChipTone } from "../ui/Chip";
import { unitUse } from "./unit-use.text";

/** The sign of each use of a device; the word stands beside it. */
export const unitLook: Record<Unit["use"], { tone: ChipTone; sign: string }> = {
  planned: { tone: "neutral", sign: "＋" },
  in_service: { tone: "green", sign: "○" },
  spare: { tone: "blue", sign: "□" },
  stored: { tone: "neutral", sign: "－" },
  repair: { tone: "yellow", sign: "△" },
  retired: { tone: "neutral", sign: "×" },
};

export function UnitUseChip({ use }: { use: Unit["use"] }) {
  const t = useText(unitUse);
  return <Chip {...unitLook[use]}>{t(use)}</Chip>;
}
