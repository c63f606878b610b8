import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { instantInJapan } from "../../lib/day";
import { useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Loading } from "../../ui/Page";
import { eventsQuery } from "./approval.queries";
import { sideText } from "./approval.text";

/** Everything that happened to the application, newest first. */
export function History({ contract, id }: { contract: string; id: string }) {
  const side = useText(sideText);
  const say = useSay();
  const events = useQuery(eventsQuery(contract, id));
  if (events.isPending) return <Loading />;
  if (events.isError) return <ProblemBanner problem={problemOf(events.error)} />;
  const items = [...events.data.items].sort((a, b) => b.sequence - a.sequence);
  return (
    <ol className="approval-events">
      {items.map((event) => (
        <li key={event.sequence}>
          <p className="approval-note">
            <time dateTime={event.at}>{instantInJapan(event.at)}</time> {event.actor_name}
            {event.actor_name !== "" && `（${side(event.side)}）`}
          </p>
          <p>
            <strong>{say(event.text)}</strong>
          </p>
          {event.reason && <p className="approval-text">{event.reason}</p>}
        </li>
      ))}
    </ol>
  );
}
