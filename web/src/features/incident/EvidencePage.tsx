import "./incident.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import type { IncidentEvidence } from "../../api/types";
import { SpanLine } from "../../chart/SpanLine";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { hoursAndMinutes } from "./clock";
import { evidenceQuery, evidenceUrl, incidentQuery } from "./incident.queries";
import { evidenceStanding, evidenceText, incidentText } from "./incident.text";

/** Everything that one clock was counted from, on a sheet that can be handed over. */
export default function EvidencePage() {
  const t = useText(evidenceText);
  const shared = useText(incidentText);
  const say = useSay();
  const spoken = useLanguage();
  const contract = useContract();
  const { incident: id, level } = useParams({
    from: "/inside/contracts/$contract/incidents/$incident/evidence/$level",
  });
  const { data: incident } = useSuspenseQuery(incidentQuery(contract.id, id));
  const { data: evidence } = useSuspenseQuery(evidenceQuery(contract.id, id, level));
  const params = { contract: contract.id };
  const name = incident.case_number || shared("noNumber");
  return (
    <Page
      title={shared("evidenceTitle", { level: say(evidence.clock.label) })}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents" params={params}>
          {shared("title")}
        </Link>,
        <Link key="one" to="/contracts/$contract/incidents/$incident" params={{ ...params, incident: id }}>
          {name}
        </Link>,
      ]}
      actions={
        <>
          <a {...buttonLook("outline")} href={evidenceUrl(contract.id, id, level)} download>
            {shared("evidenceDocument")}
          </a>
          <Button onClick={() => window.print()}>{shared("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="print-only">
          {contract.title} {name}
        </p>
        <p>
          {name} {incident.site_name} {incident.phenomenon}{" "}
          <span className="quiet">{t("asOf", { at: sayInstant(evidence.as_of, spoken) })}</span>
        </p>
        <Summary evidence={evidence} />
        <Stretches evidence={evidence} />
      </div>
    </Page>
  );
}

function Summary({ evidence: { clock, apart } }: { evidence: IncidentEvidence }) {
  const t = useText(evidenceText);
  const standing = useText(evidenceStanding);
  const say = useSay();
  const spoken = useLanguage();
  const moment = (at: string | null | undefined) => (at ? sayInstant(at, spoken) : t("notReached"));
  const hasTarget = clock.allowed_seconds > 0;
  return (
    <Block title={say(clock.label)}>
      <Facts>
        <Fact term={t("standing")}>
          <strong>{standing(clock.standing)}</strong>
        </Fact>
        <Fact term={t("from")}>{moment(clock.from)}</Fact>
        <Fact term={t("due")}>
          {clock.due ? moment(clock.due) : hasTarget ? t("dueOpen") : t("noTarget")}
        </Fact>
        <Fact term={t("reached")}>{moment(clock.reached)}</Fact>
        <Fact term={t("used")}>{hoursAndMinutes(clock.used_seconds)}</Fact>
        <Fact term={t("target")}>{hasTarget ? hoursAndMinutes(clock.allowed_seconds) : t("noTarget")}</Fact>
        {apart && <Fact term={t("counting")}>{t("apart")}</Fact>}
        <Fact term={t("clause")}>{clock.clause}</Fact>
        {clock.reason && (
          <Fact term={t("reasonOfMiss")} wide>
            <span className="prewrap">{clock.reason}</span>
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

const lengthOf = ({ from, to }: { from: string; to: string }): number =>
  (Date.parse(to) - Date.parse(from)) / 1000;

function Stretches({ evidence: { clock, intervals } }: { evidence: IncidentEvidence }) {
  const t = useText(evidenceText);
  const say = useSay();
  const spoken = useLanguage();
  const first = intervals[0];
  if (!first) return <p>{t("none")}</p>;
  const spans = intervals.map(({ kind, from, to }) => ({
    kind: kind === "running" ? ("counted" as const) : ("skipped" as const),
    from: Date.parse(from),
    to: Date.parse(to),
  }));
  const start = Date.parse(first.from);
  return (
    <Block title={t("intervals")}>
      <p className="quiet">{t("about")}</p>
      <SpanLine spans={spans} start={start} due={clock.due ? Date.parse(clock.due) : undefined} />
      <Table caption={t("intervals")}>
        <thead>
          <tr>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("until")}</th>
            <th scope="col">{t("length")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <tbody>
          {intervals.map((each) => (
            <tr key={each.from}>
              <th scope="row">{sayInstant(each.from, spoken)}</th>
              <td>{sayInstant(each.to, spoken)}</td>
              <td className="number">{hoursAndMinutes(lengthOf(each))}</td>
              <td>{t(each.kind)}</td>
              <td>{say(each.reason)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("total")}
            </th>
            <td className="number">{hoursAndMinutes(clock.used_seconds)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </Table>
    </Block>
  );
}
