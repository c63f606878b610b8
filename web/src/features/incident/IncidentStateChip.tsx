import type { Incident } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { incidentState } from "./incident.text";

const looks: Record<Incident["state"], { tone: ChipTone; sign: string }> = {
  reported: { tone: "red", sign: "！" },
  handed_over: { tone: "red", sign: "！" },
  contacted: { tone: "yellow", sign: "△" },
  on_site: { tone: "blue", sign: "□" },
  restored: { tone: "yellow", sign: "△" },
  checked: { tone: "green", sign: "○" },
  closed: { tone: "neutral", sign: "✓" },
  filtered: { tone: "neutral", sign: "－" },
};

export function IncidentStateChip({ state }: { state: Incident["state"] }) {
  const t = useText(incidentState);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
