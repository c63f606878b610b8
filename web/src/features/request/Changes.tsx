import { useQuery } from "@tanstack/react-query";
import { sitesQuery, useContract } from "../../api/contract";
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
  const sites = useQuery(sitesQuery(contract.id)).data?.items;
  const value = (field: string, stored: string) => sayValue(contract, field, stored, spoken, sites);
  // A confirmation that nobody gave yet is no news, and a window is known by its time and place.
  const news = changes.filter(
    ({ field, before, after }) => field !== "window_id" && (before !== "" || after !== "none"),
  );
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
