import "./incident.css";
import "./month.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { now } from "../../api/session";
import type { IncidentMonth } from "../../api/types";
import { dayInJapan } from "../../lib/day";
import { useLanguage, useText } from "../../lib/i18n";
import { type Month, monthLater, monthOf, readMonth, sayMonth } from "../../lib/month";
import { sayInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Loading, Page } from "../../ui/Page";
import { incidentText } from "./incident.text";
import { MonthCases } from "./MonthCases";
import { MonthDifferences } from "./MonthDifferences";
import { MonthGroups } from "./MonthGroups";
import { MonthLevels } from "./MonthLevels";
import { editionUrl, monthQuery, monthUrl } from "./month.queries";
import { monthText } from "./month.text";
import { ReportMonthDialog } from "./ReportMonthDialog";

/** What came of the service levels in a month (SLA-08). */
export default function MonthPage() {
  const t = useText(monthText);
  const incidents = useText(incidentText);
  const spoken = useLanguage();
  const contract = useContract();
  const asked = useParams({ from: "/inside/contracts/$contract/incidents/months/$month" }).month;
  const month = readMonth(asked) ?? monthOf(dayInJapan(Date.parse(now())));
  const { data, error } = useQuery(monthQuery(contract.id, month));
  const [reporting, setReporting] = useState(false);
  const params = { contract: contract.id };
  return (
    <Page
      title={`${t("title")} ${sayMonth(month, spoken)}`}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents" params={params}>
          {incidents("title")}
        </Link>,
      ]}
      actions={
        <>
          {data?.may_report && data.over && (
            <Button look="solid" onClick={() => setReporting(true)}>
              {data.reported ? t("reportAgain") : t("report")}
            </Button>
          )}
          <a {...buttonLook("outline")} href={monthUrl(contract.id, month)} download>
            {t("download")}
          </a>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <Months contract={contract.id} month={month} />
        <p className="quiet no-print">{t("about")}</p>
        {error && <ProblemBanner problem={problemOf(error)} />}
        {!data && !error && <Loading />}
        {data && <Sheet contract={contract.id} data={data} />}
      </div>
      {reporting && data && (
        <ReportMonthDialog contract={contract.id} data={data} onClose={() => setReporting(false)} />
      )}
    </Page>
  );
}

function Months({ contract, month }: { contract: string; month: Month }) {
  const t = useText(monthText);
  const other = (months: number, label: "before" | "after") => (
    <Link
      {...buttonLook("outline")}
      to="/contracts/$contract/incidents/months/$month"
      params={{ contract, month: monthLater(month, months) }}
    >
      {t(label)}
    </Link>
  );
  return (
    <nav className="actions no-print" aria-label={t("title")}>
      {other(-1, "before")}
      {other(1, "after")}
    </nav>
  );
}

function Sheet({ contract, data }: { contract: string; data: IncidentMonth }) {
  const t = useText(monthText);
  return (
    <>
      <Reported contract={contract} data={data} />
      {data.incidents.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <MonthLevels data={data} />
          <MonthGroups data={data} />
          <MonthCases contract={contract} data={data} />
        </>
      )}
      <MonthDifferences contract={contract} data={data} />
    </>
  );
}

function Reported({ contract, data }: { contract: string; data: IncidentMonth }) {
  const t = useText(monthText);
  const spoken = useLanguage();
  if (!data.over) return <p className="quiet">{t("running")}</p>;
  if (!data.reported) return data.may_report ? <p className="quiet">{t("notReported")}</p> : null;
  const { edition, reported_at, reported_by } = data.reported;
  return (
    <Banner
      tone="success"
      title={t("reported", { edition })}
      actions={
        <a {...buttonLook("outline", "sm")} href={editionUrl(contract, data.month, edition)} download>
          {t("reportedFile")}
        </a>
      }
    >
      {t("reportedBy", { at: sayInstant(reported_at, spoken), by: reported_by })}
    </Banner>
  );
}
