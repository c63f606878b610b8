import type { VisitFinding } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { findingText } from "./finding.text";

const looks: Record<VisitFinding["state"], { tone: ChipTone; sign: string }> = {
  to_reply: { tone: "yellow", sign: "△" },
  to_report: { tone: "yellow", sign: "△" },
  to_instruct: { tone: "blue", sign: "□" },
  to_act: { tone: "yellow", sign: "△" },
  closed: { tone: "green", sign: "○" },
  taken_back: { tone: "neutral", sign: "－" },
};

/** Where a finding stands, and that its reply is or was late. */
export function FindingStateChip({ finding: { state, late } }: { finding: VisitFinding }) {
  const t = useText(findingText);
  return (
    <>
      <Chip {...looks[state]}>{t(state)}</Chip>{" "}
      {late && (
        <Chip tone="red" sign="×">
          {t("late")}
        </Chip>
      )}
    </>
  );
}
