import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import type { DeskCall } from "../../api/types";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Attachments } from "../../parts/Attachments";
import { Timeline } from "../../parts/Timeline";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { CallChip } from "./CallChip";
import { ChangeCallDialog } from "./call-dialogs";
import { callEventsQuery, callQuery, directoryQuery, refreshDesks, turnCall } from "./desk.queries";
import { channelText, deskText } from "./desk.text";
import "./desk.css";

/** One call to a desk: what was said, by when somebody comes, what is missing until it is closed. */
export default function CallPage() {
  const t = useText(deskText);
  const { contract, call: id } = useParams({ from: "/inside/contracts/$contract/desks/calls/$call" });
  const { data: call } = useSuspenseQuery(callQuery(contract, id));
  return (
    <Page
      title={`${call.desk_name} ${call.reference}`.trim()}
      trail={[
        <Link key="calls" to="/contracts/$contract/desks/calls" params={{ contract }}>
          {t("calls")}
        </Link>,
      ]}
      actions={call.may_keep && <CallActs contract={contract} call={call} />}
    >
      <div className="stack">
        <p>
          <CallChip call={call} />
        </p>
        <Missing call={call} />
        <Facts call={call} />
        <HowCounted call={call} />
        <Block title={t("files")}>
          <Attachments
            row={{ contract, ledger: "desk-calls", id: call.id }}
            mayAdd={call.may_keep && !call.closed}
          />
        </Block>
        <Events contract={contract} id={call.id} />
      </div>
    </Page>
  );
}

function CallActs({ contract, call }: { contract: string; call: DeskCall }) {
  const t = useText(deskText);
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const { data } = useQuery(directoryQuery(contract));
  const turn = useRowMutation(call, (row) => turnCall(contract, row), {
    written: false,
    onSuccess: () => announce(message(deskText, "recorded")),
    onSettled: () => refreshDesks(client, contract),
  });
  return (
    <>
      {!call.closed && (
        <Button look="solid" onClick={() => setChanging(true)}>
          {t("changeCall")}
        </Button>
      )}
      <Button busy={turn.isPending} onClick={() => turn.mutate(undefined)}>
        {t(call.closed ? "reopen" : "close")}
      </Button>
      {turn.error && <ProblemBanner problem={problemOf(turn.error)} />}
      {changing && data && (
        <ChangeCallDialog
          contract={contract}
          desks={data.desks}
          call={call}
          onClose={() => setChanging(false)}
        />
      )}
    </>
  );
}

function Missing({ call }: { call: DeskCall }) {
  const t = useText(deskText);
  const say = useSay();
  if (call.missing.length === 0) return null;
  return (
    <Banner tone={call.overdue ? "warning" : "info"} title={t("missing")}>
      <ul>
        {call.missing.map((text) => (
          <li key={text.ja}>{say(text)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Facts({ call }: { call: DeskCall }) {
  const t = useText(deskText);
  const channel = useText(channelText);
  const spoken = useLanguage();
  const at = (moment: string | null | undefined) => (moment ? sayInstant(moment, spoken) : "");
  const lines: [string, ReactNode][] = [
    [t("reachedAt"), `${at(call.reached_at)} ${channel(call.channel)}`],
    [t("unit"), call.unit],
    [t("asked"), call.asked],
    [t("reference"), call.reference],
    [t("said"), call.said],
    [t("visit"), call.visit_due ? t("visitDue", { day: sayDay(call.visit_due, spoken) }) : ""],
    [t("visitAt"), at(call.visit_at)],
    [t("siteToldAt"), `${at(call.site_told_at)} ${call.site_told}`.trim()],
    [t("visitedAt"), at(call.visited_at)],
    [t("outcome"), call.outcome],
    [t("incident"), call.incident],
    [t("request"), call.request],
  ];
  return (
    <Block title={t("facts")}>
      <dl className="desk-facts">
        {lines
          .filter(([, value]) => value !== "")
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="prewrap">{value}</dd>
            </div>
          ))}
      </dl>
    </Block>
  );
}

function HowCounted({ call }: { call: DeskCall }) {
  const t = useText(deskText);
  const say = useSay();
  if (call.explanation.length === 0) return null;
  return (
    <Block title={t("howCounted")}>
      <ol>
        {call.explanation.map((text) => (
          <li key={text.ja}>{say(text)}</li>
        ))}
      </ol>
    </Block>
  );
}

function Events({ contract, id }: { contract: string; id: string }) {
  const t = useText(deskText);
  return (
    <Block title={t("events")}>
      <Timeline events={useQuery(callEventsQuery(contract, id))} />
    </Block>
  );
}
