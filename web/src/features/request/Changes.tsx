import type { HistoryEvent } from "../../api/types";
import { isId, useSayValue } from "../../api/values";
import { useSay, useText } from "../../lib/i18n";
import { requestText } from "./request.text";

/** What an event changed: before → after, field by field. */
export function Changes({ changes }: { changes: HistoryEvent["changes"] }) {
  const say = useSay();
  const t = useText(requestText);
  const value = useSayValue();
  // A confirmation that nobody gave yet is no news, and an id of the program tells nobody anything.
  const news = changes.filter(({ before, after }) => (before !== "" || after !== "none") && !isId(after));
  if (news.length === 0) return null;
  return (
    <dl className="changes">
      {news.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{say(label)}</dt>
          <dd>
            {before && <>{value(field, before)} → </>}
            {after ? value(field, after) : t("notStated")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
