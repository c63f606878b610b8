import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { instantInJapan } from "../../lib/day";
import { useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Block, Loading } from "../../ui/Page";
import { eventsQuery, type RegisterKind } from "./register.queries";
import { registerText, sideWord } from "./register.text";

interface Props {
  contract: string;
  kind: RegisterKind;
  id: string;
}

/** Everything that happened to a row, the latest first. */
export function Events(props: Props) {
  const t = useText(registerText);
  return (
    <Block title={t("events")}>
      <List {...props} />
    </Block>
  );
}

function List({ contract, kind, id }: Props) {
  const t = useText(registerText);
  const side = useText(sideWord);
  const say = useSay();
  const events = useQuery(eventsQuery(contract, kind, id));
  if (events.isPending) return <Loading />;
  if (events.isError) return <ProblemBanner problem={problemOf(events.error)} />;
  if (events.data.items.length === 0) return <p className="quiet">{t("noEvents")}</p>;
  const newestFirst = [...events.data.items].sort((a, b) => b.sequence - a.sequence);
  return (
    <ol className="register-events">
      {newestFirst.map((event) => (
        <li key={event.sequence}>
          <p>
            <time dateTime={event.at}>{instantInJapan(event.at)}</time>
            {t("eventActor", { name: event.actor_name, side: side(event.side) })}
          </p>
          <p>
            <strong>{say(event.text)}</strong>
          </p>
          {event.reason && <p>{t("eventReason", { reason: event.reason })}</p>}
        </li>
      ))}
    </ol>
  );
}
