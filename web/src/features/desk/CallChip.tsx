import type { DeskCall } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { type CallState, callState } from "./call";
import { deskText } from "./desk.text";

const looks: Record<CallState, { tone: ChipTone; sign: string }> = {
  closed: { tone: "green", sign: "○" },
  overdue: { tone: "red", sign: "×" },
  promised: { tone: "yellow", sign: "△" },
  visited: { tone: "blue", sign: "◇" },
  running: { tone: "neutral", sign: "－" },
};

export function CallChip({ call }: { call: DeskCall }) {
  const t = useText(deskText);
  const state = callState(call);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
