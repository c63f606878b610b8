import { useQuery } from "@tanstack/react-query";
import { useText } from "../../lib/i18n";
import { Timeline } from "../../parts/Timeline";
import { Block } from "../../ui/Page";
import { eventsQuery, type RegisterKind } from "./register.queries";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  kind: RegisterKind;
  id: string;
}

/** Everything that happened to a row, the latest first. */
export function Events({ contract, kind, id }: Props) {
  const t = useText(registerText);
  const events = useQuery(eventsQuery(contract, kind, id));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
