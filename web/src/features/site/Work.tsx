import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { statusWord, useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { SiteWork } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant, saySpan } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Chip } from "../../ui/Chip";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { siteWorkQuery } from "./site.queries";
import { workText } from "./site.text";

interface Props {
  contract: string;
  site: string;
  on: string | undefined;
}

function Loaded({ contract, site, on, children }: Props & { children: (work: SiteWork) => ReactNode }) {
  const work = useQuery(siteWorkQuery(contract, site, on));
  if (work.isPending) return <Loading />;
  if (work.isError) return <ProblemBanner problem={problemOf(work.error)} />;
  return children(work.data);
}

interface Line {
  key: string;
  what: string;
  which: ReactNode;
  day: string;
  state: ReactNode;
}

/** What waits to be done at the site, whatever the ledger it stands in. */
export function Work(props: Props) {
  const t = useText(workText);
  return (
    <Block title={t("title")}>
      <Loaded {...props}>{(work) => <Lines {...props} work={work} />}</Loaded>
    </Block>
  );
}

function useLines({ contract, site, work }: Props & { work: SiteWork }): Line[] {
  const t = useText(workText);
  const say = useSay();
  const spoken = useLanguage();
  const terms = useContract();
  const day = (on: string) => sayDay(on, spoken);
  return [
    ...work.requests.map((request) => ({
      key: request.id,
      what: t("request"),
      which: (
        <Link to="/contracts/$contract/requests/$request" params={{ contract, request: request.id }}>
          {request.number} {request.title}
        </Link>
      ),
      day: request.wish_on ? t("wishOn", { day: day(request.wish_on) }) : "",
      state: say(statusWord(terms, request.status)),
    })),
    ...work.repairs.map((repair) => ({
      key: repair.id,
      what: t("repair"),
      which: (
        <Link to="/contracts/$contract/repairs/$repair" params={{ contract, repair: repair.id }}>
          {repair.number} {repair.device_number} {repair.model || repair.kind}
        </Link>
      ),
      day: t("failedOn", { day: day(repair.failed_on) }),
      state: repair.symptom,
    })),
    ...work.jobs.map((job) => ({
      key: job.id,
      what: say(job.kind),
      which: (
        <Link to="/contracts/$contract/installations/$job" params={{ contract, job: job.id }}>
          {job.number} {t("unitCount", { count: job.units })}
        </Link>
      ),
      day: t("plannedOn", { day: day(job.planned_on) }),
      state: say(job.state),
    })),
    ...work.surveys.map((survey) => ({
      key: survey.id,
      what: t("survey"),
      which: (
        <Link
          to="/contracts/$contract/register/page-surveys/$survey"
          params={{ contract, survey: survey.id }}
          search={{ site }}
        >
          {survey.title}
        </Link>
      ),
      day: "",
      state: t("read", { read: survey.read, printers: survey.printers }),
    })),
    ...work.stocktakes.map((stocktake) => ({
      key: stocktake.id,
      what: t("stocktake"),
      which: (
        <Link
          to="/contracts/$contract/register/stocktakes/$stocktake"
          params={{ contract, stocktake: stocktake.id }}
          search={{ site }}
        >
          {stocktake.title}
        </Link>
      ),
      day: t("asOf", { day: day(stocktake.on) }),
      state: t(stocktake.finished ? "finished" : "unfinished"),
    })),
  ];
}

function Lines(props: Props & { work: SiteWork }) {
  const t = useText(workText);
  const lines = useLines(props);
  if (lines.length === 0) return <p className="quiet">{t("none")}</p>;
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("which")}</th>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <td>{line.what}</td>
            <th scope="row">{line.which}</th>
            <td>{line.day}</td>
            <td>{line.state}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What the contract says of entering the site, and the permissions in force on the day. */
export function Permits(props: Props) {
  const t = useText(workText);
  const say = useSay();
  return (
    <Block title={t("permits")}>
      <Loaded {...props}>
        {({ rules, permits }) => (
          <>
            {rules.length === 0 ? (
              <p className="quiet">{t("noRule")}</p>
            ) : (
              <ul className="site-names">
                {rules.map(({ place, from, permission, clause }) => (
                  <li key={`${say(place)} ${from ?? ""}`}>
                    {t(from ? "ruleFrom" : "rule", {
                      place: say(place),
                      time: from ?? "",
                      permission: say(permission),
                    })}{" "}
                    <span className="site-muted">{clause}</span>
                  </li>
                ))}
              </ul>
            )}
            {permits.length === 0 ? (
              <p className="quiet">{t("permitsNone")}</p>
            ) : (
              <PermitTable contract={props.contract} permits={permits} />
            )}
          </>
        )}
      </Loaded>
    </Block>
  );
}

function PermitTable({ contract, permits }: { contract: string; permits: SiteWork["permits"] }) {
  const t = useText(workText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Table caption={t("permit")}>
      <thead>
        <tr>
          <th scope="col">{t("permit")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("until")}</th>
        </tr>
      </thead>
      <tbody>
        {permits.map((permit) => (
          <tr key={permit.id}>
            <th scope="row">
              <Link to="/contracts/$contract/approvals/$approval" params={{ contract, approval: permit.id }}>
                {permit.number} {permit.title}
              </Link>{" "}
              {permit.room}
            </th>
            <td>{say(permit.kind)}</td>
            <td>{saySpan(permit.begins_at ?? undefined, permit.until ?? undefined, spoken)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Who comes when: the planned work at the site. */
export function Visits(props: Props) {
  const t = useText(workText);
  const spoken = useLanguage();
  return (
    <Block title={t("visits")}>
      <Loaded {...props}>
        {({ visits }) =>
          visits.length === 0 ? (
            <p className="quiet">{t("visitsNone")}</p>
          ) : (
            <Table caption={t("visits")}>
              <thead>
                <tr>
                  <th scope="col">{t("when")}</th>
                  <th scope="col">{t("request")}</th>
                  <th scope="col">{t("who")}</th>
                </tr>
              </thead>
              <tbody>
                {visits.map((visit) => (
                  <tr key={`${visit.request_id} ${visit.from}`}>
                    <th scope="row">
                      {sayInstant(visit.from, spoken)}～{sayInstant(visit.until, spoken)}{" "}
                      <Chip
                        tone={visit.state === "agreed" ? "green" : "blue"}
                        sign={visit.state === "agreed" ? "○" : "◇"}
                      >
                        {t(visit.state === "agreed" ? "agreed" : "proposed")}
                      </Chip>
                    </th>
                    <td>
                      <Link
                        to="/contracts/$contract/requests/$request"
                        params={{ contract: props.contract, request: visit.request_id }}
                      >
                        {visit.request_number} {visit.request_title}
                      </Link>
                    </td>
                    <td>
                      {visit.people} {visit.purpose} {visit.room}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )
        }
      </Loaded>
    </Block>
  );
}
