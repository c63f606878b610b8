import type { QuestionEntry } from "../../api/types";
import { useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { questionText } from "./question.text";

const words = { ask: "asks", answer: "answers", comment: "comments", oral: "said" } as const;

/** Who said what, the first contribution first: the contractor at the left edge, the city at the right. */
export function Conversation({ entries }: { entries: readonly QuestionEntry[] }) {
  const t = useText(questionText);
  return (
    <ol className="conversation">
      {entries.map((entry) => (
        <li key={entry.id} data-side={entry.side} data-kind={entry.kind}>
          <p className="conversation-head">
            <strong>{t(words[entry.kind])}</strong>
            <span>
              {entry.side === "neutral"
                ? entry.person
                : t("actor", { name: entry.person, side: t(entry.side) })}
            </span>
            <time dateTime={entry.at}>{sayInstant(entry.at)}</time>
          </p>
          {entry.oral_at && (
            <p className="conversation-oral">
              {t("saidWith", { at: sayInstant(entry.oral_at), with: entry.oral_with ?? "" })}{" "}
              {entry.minor && <Chip>{t("minor")}</Chip>}
            </p>
          )}
          <p className="conversation-text">{entry.text}</p>
          {entry.change && (
            <dl className="conversation-change">
              <dt>{t("changeLabel")}</dt>
              <dd>{entry.change}</dd>
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
