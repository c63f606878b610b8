import "./today.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { statuses, statusWord, useContract } from "../../api/contract";
import { useMay, useSide, useWritingSites } from "../../api/session";
import type { Contract, Today } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Page } from "../../ui/Page";
import { QuotaBars } from "../../ui/QuotaBars";
import { Approvals } from "./Approvals";
import { Clocks } from "./Clocks";
import { DueTable } from "./DueTable";
import { missingHolidays, openRequests } from "./deadline";
import { todayQuery, workOfDayQuery } from "./today.queries";
import { todayText } from "./today.text";

const rowsOfABlock = 5;
const notDone = statuses.filter((status) => status !== "done");

export default function TodayPage() {
  const t = useText(todayText);
  const contract = useContract();
  const may = useMay(contract.id);
  const { data: today } = useSuspenseQuery(todayQuery(contract.id));
  const shared = { contract, today };
  const forSites = (useWritingSites(contract.id) ?? []).length > 0;
  const seesRequests = may("view_work_request");
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Button onClick={() => window.print()}>{t("print")}</Button>
          {(may("report_incident") || may("record_incident")) && !forSites && <Fault contract={contract} />}
          {may("write_work_request") && !forSites && <Write contract={contract} />}
        </>
      }
    >
      <div className="stack">
        <DayLine today={today} />
        {forSites && (
          <div className="actions">
            {may("report_incident") && <Fault contract={contract} size="lg" />}
            <Write contract={contract} size="lg" />
          </div>
        )}
        <OutsidePeriod contract={contract} open={seesRequests ? openRequests(today) : 0} />
        <Holidays {...shared} />
        <div className="today-columns">
          <div className="stack">
            {may("view_schedule") && <WorkOfToday {...shared} />}
            {seesRequests && <Deadlines {...shared} />}
            {seesRequests && <Waiting {...shared} />}
            <Clocks contract={contract.id} clocks={today.clocks} />
            {may("decide_approval") && <Approvals contract={contract.id} today={today.day} />}
          </div>
          <div className="stack">
            {seesRequests && <Counts {...shared} />}
            <Block title={t("quotas")} count={t("cases", { count: today.quotas.items.length })}>
              <QuotaBars {...today.quotas} />
            </Block>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** For people at a site this is what they come for: large, and before everything else. */
function Write({ contract, size = "md" }: { contract: Contract; size?: "md" | "lg" }) {
  const t = useText(todayText);
  return (
    <Link
      {...buttonLook("solid", size)}
      to="/contracts/$contract/requests/new"
      params={{ contract: contract.id }}
    >
      {t("write")}
    </Link>
  );
}

/** Where a fault is reported from a site, and entered by the section and the contractor. */
function Fault({ contract, size = "md" }: { contract: Contract; size?: "md" | "lg" }) {
  const t = useText(todayText);
  return (
    <Link
      {...buttonLook(size === "lg" ? "solid" : "outline", size)}
      to="/contracts/$contract/incidents/new"
      params={{ contract: contract.id }}
    >
      {size === "lg" ? t("reportFault") : t("enterFault")}
    </Link>
  );
}

interface Props {
  contract: Contract;
  today: Today;
}

function DayLine({ today }: { today: Today }) {
  const t = useText(todayText);
  const say = useSay();
  const spoken = useLanguage();
  const reasons = today.reasons.map(say).join(t("comma"));
  return (
    <p className="day-line">
      <strong className="day-line-day">{sayDay(today.day, spoken)}</strong>
      {today.open ? (
        <Chip tone="green" sign="○">
          {t("open")}
        </Chip>
      ) : (
        <Chip sign="－">{t("closed", { reasons })}</Chip>
      )}
    </p>
  );
}

/** Says plainly that today lies before or after the contract, and what is left to do. */
function OutsidePeriod({ contract, open }: { contract: Contract; open: number }) {
  const t = useText(todayText);
  const spoken = useLanguage();
  const { state, starts_on, ends_on } = contract;
  if (state === "upcoming")
    return (
      <Banner tone="info" title={t("upcoming")}>
        {t("upcomingFrom", { day: sayDay(starts_on, spoken) })}
      </Banner>
    );
  if (state !== "ended") return null;
  return (
    <Banner tone={open > 0 ? "warning" : "info"} title={t("ended")}>
      {t("endedOn", { day: sayDay(ends_on, spoken) })}{" "}
      {open > 0 ? t("endedOpen", { count: open }) : t("endedDone")}
    </Banner>
  );
}

function Holidays({ contract, today }: Props) {
  const t = useText(todayText);
  const spoken = useLanguage();
  const year = missingHolidays(today, contract);
  if (year === undefined) return null;
  return (
    <Banner tone="warning" title={t("holidaysTitle", { year })}>
      {t("holidays", { day: sayDay(today.holidays_until, spoken) })}
    </Banner>
  );
}

function ToList({ contract, status }: { contract: Contract; status: readonly string[] }) {
  const t = useText(todayText);
  return (
    <Link
      className="no-print"
      to="/contracts/$contract/requests"
      params={{ contract: contract.id }}
      search={{ status: status.join(","), sort: "wish_on" }}
    >
      {t("all")}
    </Link>
  );
}

/** Who works where today, as both sides agreed. */
function WorkOfToday({ contract, today }: Props) {
  const t = useText(todayText);
  const say = useSay();
  const { data } = useQuery(workOfDayQuery(contract.id, today.day));
  const items = data?.items ?? [];
  return (
    <Block
      title={t("todaysWork")}
      count={t("cases", { count: items.length })}
      actions={
        <Link
          className="no-print"
          to="/contracts/$contract/schedule"
          params={{ contract: contract.id }}
          search={{ view: "week" }}
        >
          {t("schedule")}
        </Link>
      }
    >
      {items.length === 0 ? (
        <p>{t("noWork")}</p>
      ) : (
        <ul className="today-work">
          {items.map(({ window, request_number, request_title, site_name }) => (
            <li key={window.id}>
              <Chip
                tone={window.state === "agreed" ? "green" : "yellow"}
                sign={window.state === "agreed" ? "○" : "△"}
              >
                {window.state === "agreed" ? t("agreed") : t("proposed")}
              </Chip>{" "}
              {say(window.text)}{" "}
              <Link
                to="/contracts/$contract/requests/$request"
                params={{ contract: contract.id, request: window.request_id }}
              >
                {request_number} {request_title}
              </Link>{" "}
              <span className="quiet">
                {[site_name, window.room, window.people].filter(Boolean).join(" ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function Deadlines({ contract, today }: Props) {
  const t = useText(todayText);
  const total = openRequests(today);
  return (
    <Block
      title={t("deadlines")}
      count={t("cases", { count: total })}
      actions={<ToList contract={contract} status={notDone} />}
    >
      {total === 0 ? (
        <p>{t("noDeadlines")}</p>
      ) : (
        <>
          <p className="field-hint">{t("deadlinesLead")}</p>
          <DueTable
            caption={t("deadlines")}
            contract={contract}
            rows={today.deadlines.slice(0, rowsOfABlock)}
            today={today.day}
          />
        </>
      )}
    </Block>
  );
}

function Waiting({ contract, today }: Props) {
  const t = useText(todayText);
  const side = useSide(contract.id);
  const may = useMay(contract.id);
  if (!may(side === "city" ? "sign_city" : "accept_work_request")) return null;
  const awaited = side === "city" ? "confirming" : "requested";
  const status = statusWord(contract, awaited);
  const total = today.counts.find((each) => each.status === awaited)?.requests ?? 0;
  return (
    <Block
      title={t("waiting")}
      count={t("cases", { count: total })}
      actions={<ToList contract={contract} status={[awaited]} />}
    >
      {total === 0 ? (
        <p>{t("noWaiting")}</p>
      ) : (
        <>
          <p className="field-hint">
            {side === "city" ? t("waitingCity", { status }) : t("waitingContractor", { status })}
          </p>
          <DueTable
            caption={t("waiting")}
            contract={contract}
            rows={today.waiting.slice(0, rowsOfABlock)}
            today={today.day}
          />
        </>
      )}
    </Block>
  );
}

function Counts({ contract, today }: Props) {
  const t = useText(todayText);
  const say = useSay();
  const amount = (status: string) => today.counts.find((each) => each.status === status)?.requests ?? 0;
  const total = today.counts.reduce((sum, { requests }) => sum + requests, 0);
  const params = { contract: contract.id };
  return (
    <Block title={t("counts")} count={t("cases", { count: total })}>
      <ul className="status-counts">
        {statuses.map((status) => (
          <li key={status}>
            <Link to="/contracts/$contract/requests" params={params} search={{ status }}>
              {say(statusWord(contract, status))}
            </Link>
            <span className="status-count">{t("cases", { count: amount(status) })}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
