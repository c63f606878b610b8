import type { IncidentStepEntry } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { flowText, stepAct } from "./flow.text";

/** Everything that was entered about the flow, also what was taken back or belongs to a flow that was left. */
export function FlowHistory({ entries }: { entries: readonly IncidentStepEntry[] }) {
  const t = useText(flowText);
  const say = useSay();
  const word = useText(stepAct);
  const spoken = useLanguage();
  if (entries.length === 0) return null;
  return (
    <details className="flow-history">
      <summary>{t("history")}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.taken_back ? "incident-taken-back" : undefined}>
            {sayInstant(entry.entered_at, spoken)} {entry.entered_by}：{say(entry.label)}{" "}
            <strong>{word(entry.act)}</strong> {entry.text}
            {entry.taken_back && <span> {t("takenBackOf", { reason: entry.taken_back })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
