import type { HistoryEvent } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { requestText } from "./request.text";

/** What an event changed: before → after, field by field. */
export function Changes({ changes }: { changes: HistoryEvent["changes"] }) {
  const say = useSay();
  const t = useText(requestText);
  if (changes.length === 0) return null;
  return (
    <dl className="changes">
      {changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{say(label)}</dt>
          <dd>
            {before && <>{before} → </>}
            {after || t("notStated")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
