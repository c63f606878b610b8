import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import type { DeliveryState } from "./outside.queries";
import { stateText } from "./outside.text";

const looks: Record<DeliveryState, { tone: ChipTone; sign: string }> = {
  ready: { tone: "neutral", sign: "…" },
  sending: { tone: "blue", sign: "→" },
  sent: { tone: "green", sign: "○" },
  failed: { tone: "red", sign: "×" },
  unsure: { tone: "yellow", sign: "？" },
  dropped: { tone: "neutral", sign: "－" },
};

/** Where something that leaves the house stands. */
export function StateChip({ state }: { state: DeliveryState }) {
  const t = useText(stateText);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
