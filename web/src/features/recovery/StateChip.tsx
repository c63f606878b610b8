import type { RecoveryEdition } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { editionState } from "./recovery.text";

const looks: Record<RecoveryEdition["state"], { tone: ChipTone; sign: string }> = {
  planned: { tone: "neutral", sign: "◇" },
  building: { tone: "blue", sign: "◇" },
  submitted: { tone: "yellow", sign: "△" },
  accepted: { tone: "blue", sign: "○" },
  released: { tone: "green", sign: "○" },
  cancelled: { tone: "neutral", sign: "－" },
};

export function StateChip({ state }: { state: RecoveryEdition["state"] }) {
  const t = useText(editionState);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
