import "./visit.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import { useContractId } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Visit } from "../../api/types";
import { useText } from "../../lib/i18n";
import { sayInstant, saySpan } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { Timeline } from "../../parts/Timeline";
import { VisitStateChip } from "../../parts/VisitState";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { ArriveDialog, CallOffDialog, DepartDialog, RecordDialog, StartDialog } from "./act-dialogs";
import { Checklist } from "./Checklist";
import { FindingsBlock } from "./FindingsBlock";
import { ChangeDialog } from "./plan-dialogs";
import { CauseLink } from "./VisitTable";
import { visitEventsQuery, visitQuery } from "./visit.queries";
import { visitText } from "./visit.text";

interface Props {
  contract: string;
  visit: Visit;
}

export default function VisitPage() {
  const t = useText(visitText);
  const contract = useContractId();
  const { visit: id } = useParams({ from: "/inside/contracts/$contract/visits/$visit" });
  const { data: visit } = useSuspenseQuery(visitQuery(contract, id));
  const may = useMay(contract);
  const shared = { contract, visit };
  return (
    <Page
      title={`${t("title")} ${visit.site}`}
      trail={[
        <Link key="list" to="/contracts/$contract/visits" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
      actions={
        <>
          <VisitStateChip state={visit.state} />
          {may("report_security_incident") && (
            <Link
              {...buttonLook("outline")}
              to="/contracts/$contract/security-incidents/new"
              params={{ contract }}
              search={{ visit: visit.id }}
            >
              {t("reportDamage")}
            </Link>
          )}
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <Acts {...shared} />
        <Plan {...shared} />
        <Checklist {...shared} />
        <Times {...shared} />
        <FindingsBlock {...shared} />
        <Events {...shared} />
      </div>
    </Page>
  );
}

type Act = Exclude<Visit["acts"][number], "tick" | "find">;
type DialogOf = ComponentType<Props & { onClose: () => void }>;

/** In the order of a visit. */
const acts: readonly [Act, "arrive" | "start" | "depart" | "record" | "change" | "callOff", DialogOf][] = [
  ["arrive", "arrive", ArriveDialog],
  ["start", "start", StartDialog],
  ["depart", "depart", DepartDialog],
  ["record", "record", RecordDialog],
  ["change", "change", ChangeDialog],
  ["call_off", "callOff", CallOffDialog],
];

function Acts({ contract, visit }: Props) {
  const t = useText(visitText);
  const [chosen, choose] = useState<Act | undefined>();
  const possible = acts.filter(([act]) => visit.acts.includes(act));
  const Dialog = acts.find(([act]) => act === chosen)?.[2];
  if (possible.length === 0) return null;
  return (
    <fieldset className="actions no-print">
      <legend className="visually-hidden">{t("acts")}</legend>
      {possible.map(([act, word], place) => (
        <Button key={act} look={place === 0 ? "solid" : "outline"} onClick={() => choose(act)}>
          {t(word)}
        </Button>
      ))}
      {Dialog && <Dialog contract={contract} visit={visit} onClose={() => choose(undefined)} />}
    </fieldset>
  );
}

function Plan({ contract, visit }: Props) {
  const t = useText(visitText);
  return (
    <Block title={t("announced")}>
      <Facts>
        <Fact term={t("when")}>{saySpan(visit.planned_from, visit.planned_until)}</Fact>
        <Fact term={t("site")}>
          <SiteLink id={visit.site_id} name={visit.site} />
        </Fact>
        <Fact term={t("purpose")} wide>
          {visit.purpose}
        </Fact>
        <Fact term={t("cause")}>
          <CauseLink contract={contract} visit={visit} />
        </Fact>
        <Fact term={t("told")}>{visit.told || t("notTold")}</Fact>
        <Fact term={t("people")}>{visit.workers.map(({ name }) => name).join("、")}</Fact>
        {visit.called_off && (
          <Fact term={t("calledOff")} wide>
            <span className="prewrap">{visit.called_off}</span>
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function Times({ visit }: Props) {
  const t = useText(visitText);
  if (!visit.arrived_at) return null;
  const told = visit.workers.filter(({ minutes }) => typeof minutes === "number");
  const sum = told.reduce((minutes, each) => minutes + (each.minutes ?? 0), 0);
  return (
    <Block title={t("times")}>
      <Facts>
        <Fact term={t("arrivedAt")}>{sayInstant(visit.arrived_at)}</Fact>
        <Fact term={t("startedAt")}>{visit.started_at ? sayInstant(visit.started_at) : t("byArrival")}</Fact>
        <Fact term={t("departedAt")}>{visit.departed_at ? sayInstant(visit.departed_at) : t("notYet")}</Fact>
        {typeof visit.stay_minutes === "number" && (
          <Fact term={t("stay")}>{t("minutesShort", { minutes: visit.stay_minutes })}</Fact>
        )}
        <Fact term={t("result")} wide>
          <span className="prewrap">{visit.result || t("notYet")}</span>
        </Fact>
      </Facts>
      <Table caption={t("minutes")}>
        <thead>
          <tr>
            <th scope="col">{t("people")}</th>
            <th scope="col">{t("minutes")}</th>
          </tr>
        </thead>
        <tbody>
          {visit.workers.map(({ worker_id, name, minutes }) => (
            <tr key={worker_id ?? name}>
              <th scope="row">{name}</th>
              <td>{typeof minutes === "number" ? minutes : t("noMinutes")}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("sum")}</th>
            <td>{sum}</td>
          </tr>
        </tfoot>
      </Table>
    </Block>
  );
}

function Events({ contract, visit }: Props) {
  const t = useText(visitText);
  const events = useQuery(visitEventsQuery(contract, visit.id));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
