import type { Visit } from "../api/types";
import { texts, useText } from "../lib/i18n";
import { Chip, type ChipTone } from "../ui/Chip";

const stateText = texts({
  planned: ["予定", "Planned"],
  on_site: ["訪問中", "On site"],
  done: ["済み", "Done"],
  called_off: ["中止", "Called off"],
});

const looks: Record<Visit["state"], { tone: ChipTone; sign: string }> = {
  planned: { tone: "yellow", sign: "△" },
  on_site: { tone: "blue", sign: "□" },
  done: { tone: "green", sign: "○" },
  called_off: { tone: "neutral", sign: "－" },
};

export function VisitStateChip({ state }: { state: Visit["state"] }) {
  const t = useText(stateText);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
