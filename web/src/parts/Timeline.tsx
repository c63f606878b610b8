import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../api/problem";
import type { HistoryEvent, Side } from "../api/types";
import { reasonOf } from "../lib/both";
import { type Message, type Text, useSay, useText } from "../lib/i18n";
import { sayInstant } from "../lib/wareki";
import { ProblemBanner } from "../ui/Banner";
import { Loading } from "../ui/Page";
import { timelineText } from "./timeline.text";

/** One thing that happened. */
export interface Moment {
  key: string;
  at: string;
  who?: { name: string; side: Side } | undefined;
  text: Message;
  /** Why, in the words of who did it, or in both languages where the program did. */
  reason?: string | Text;
  /** What was said, where that is all that happened. */
  comment?: string;
  /** What it changed, or where it leads. */
  detail?: ReactNode;
}

export const newestFirst = (events: readonly HistoryEvent[]): HistoryEvent[] =>
  [...events].sort((a, b) => b.sequence - a.sequence);

/** An event of the chain as a moment; the chain keeps what a comment says as its reason. */
export const momentOf = (event: HistoryEvent): Moment => ({
  key: String(event.sequence),
  at: event.at,
  who: event.actor_name ? { name: event.actor_name, side: event.side } : undefined,
  text: event.text,
  ...(event.reason &&
    (event.kind.endsWith(".commented") ? { comment: event.reason } : { reason: reasonOf(event) })),
});

/** What happened, in the order given: when, who, what and why. */
export function Moments({ moments }: { moments: readonly Moment[] }) {
  const t = useText(timelineText);
  const say = useSay();
  if (moments.length === 0) return <p className="quiet">{t("none")}</p>;
  return (
    <ol className="timeline">
      {moments.map(({ key, at, who, text, reason, comment, detail }) => (
        <li key={key}>
          <p className="timeline-head">
            <time dateTime={at}>{sayInstant(at)}</time>
            {who && (
              <span>
                {who.side === "neutral" ? who.name : t("actor", { name: who.name, side: t(who.side) })}
              </span>
            )}
          </p>
          <p className="timeline-text">{say(text)}</p>
          {reason && <p>{t("reason", { reason })}</p>}
          {comment && <p className="timeline-text">{comment}</p>}
          {detail}
        </li>
      ))}
    </ol>
  );
}

/** Everything that happened to a row, newest first. */
export function Timeline({
  events,
  detail,
}: {
  events: UseQueryResult<{ items: HistoryEvent[] }>;
  detail?: (event: HistoryEvent) => ReactNode;
}) {
  if (events.isPending) return <Loading />;
  if (events.isError) return <ProblemBanner problem={problemOf(events.error)} />;
  const moments = newestFirst(events.data.items).map((event) => ({
    ...momentOf(event),
    detail: detail?.(event),
  }));
  return <Moments moments={moments} />;
}
