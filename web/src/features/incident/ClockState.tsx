import type { IncidentClock } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { type ClockStage, hoursAndMinutes, stageOf, usedAt } from "./clock";
import { clockText } from "./incident.text";

const looks: Record<ClockStage, { tone: ChipTone; sign: string }> = {
  none: { tone: "neutral", sign: "－" },
  calm: { tone: "blue", sign: "○" },
  half: { tone: "yellow", sign: "△" },
  near: { tone: "red", sign: "！" },
  over: { tone: "red", sign: "×" },
  waiting: { tone: "neutral", sign: "‖" },
  done: { tone: "green", sign: "✓" },
  missed: { tone: "red", sign: "×" },
  agreed: { tone: "neutral", sign: "合" },
  measured: { tone: "neutral", sign: "・" },
};

interface Props {
  clock: IncidentClock;
  asOf: number;
  now: number;
}

/** How a clock stands, in a word with what is left. */
export function useClockWord({ clock, asOf, now }: Props): string {
  const t = useText(clockText);
  const used = usedAt(clock, asOf, now);
  const left = clock.allowed_seconds - used;
  switch (stageOf(clock, used)) {
    case "none":
      return clock.standing === "not_needed" ? t("notNeeded") : t("notBegun");
    case "waiting":
      return t("waiting");
    case "done":
      return t("met", { time: hoursAndMinutes(used) });
    case "missed":
      return t("missed", { time: hoursAndMinutes(used) });
    case "agreed":
      return t("agreed");
    case "measured":
      return t("measured", { time: hoursAndMinutes(used) });
    case "over":
      return t("over", { time: hoursAndMinutes(-left) });
    default:
      return t("left", { time: hoursAndMinutes(left) });
  }
}

export function ClockChip(props: Props) {
  const word = useClockWord(props);
  return <Chip {...looks[stageOf(props.clock, usedAt(props.clock, props.asOf, props.now))]}>{word}</Chip>;
}
