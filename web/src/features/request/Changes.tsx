import { useContract } from "../../api/contract";
import type { HistoryEvent } from "../../api/types";
import { sayValue } from "../../api/values";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { requestText } from "./request.text";

/** What an event changed: before → after, field by field. */
export function Changes({ changes }: { changes: HistoryEvent["changes"] }) {
  const say = useSay();
  const t = useText(requestText);
  const contract = useContract();
  const spoken = useLanguage();
  const value = (field: string, stored: string) => sayValue(contract, field, stored, spoken);
  // A confirmation that nobody gave yet is no news.
  const news = changes.filter(({ before, after }) => before !== "" || after !== "none");
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
