import "./trend.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { IncidentTrend } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Loading, Page } from "../../ui/Page";
import { FilterSelect, TypedFilter } from "../../ui/SearchField";
import { Estimate } from "./Estimate";
import { incidentText } from "./incident.text";
import { Recurrences } from "./Recurrences";
import { trendQuery, trendUrl } from "./trend.queries";
import { type TrendSearch, trendMonths, usualMonths } from "./trend.search";
import { trendText } from "./trend.text";

/** Where faults repeat, and where the estimates go (requirements 19 and 21 of section 5). */
export default function TrendPage() {
  const t = useText(trendText);
  const incidents = useText(incidentText);
  const contract = useContract();
  const search = useSearch({ from: "/inside/contracts/$contract/incidents/trend" });
  const { data, error } = useQuery({
    ...trendQuery(contract.id, search),
    placeholderData: (before) => before,
  });
  const params = { contract: contract.id };
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents" params={params}>
          {incidents("title")}
        </Link>,
      ]}
      actions={
        <>
          <Link {...buttonLook("outline")} to="/contracts/$contract/incidents/improvements" params={params}>
            {t("improvements")}
          </Link>
          <Link {...buttonLook("outline")} to="/contracts/$contract/repairs/stock" params={params}>
            {t("spares")}
          </Link>
          <a {...buttonLook("outline")} href={trendUrl(contract.id, search)} download>
            {t("download")}
          </a>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet no-print">{t("about")}</p>
        <Filters search={search} />
        {error && <ProblemBanner problem={problemOf(error)} />}
        {!data && !error && <Loading />}
        {data && <Sheet contract={contract.id} data={data} />}
      </div>
    </Page>
  );
}

function Filters({ search }: { search: TrendSearch }) {
  const t = useText(trendText);
  const navigate = useNavigate({ from: "/contracts/$contract/incidents/trend" });
  const change = (part: TrendSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <search className="filters no-print">
      <TypedFilter
        label={t("on")}
        hint={t("onHint")}
        value={search.on ?? ""}
        onChange={(on) => change({ on: on || undefined })}
      />
      <FilterSelect
        label={t("months")}
        value={String(search.months ?? usualMonths)}
        options={trendMonths.map((count) => ({ value: String(count), label: t("monthsOf", { count }) }))}
        onChange={(value) => change({ months: trendMonths.find((each) => each === Number(value)) })}
      />
    </search>
  );
}

function Sheet({ contract, data }: { contract: string; data: IncidentTrend }) {
  const t = useText(trendText);
  const spoken = useLanguage();
  const { from, until, counted, unit_days, left_out, estimates, units, models, sites } = data;
  const window = { contract, on: data.on, months: data.months };
  return (
    <>
      <p role="status">
        {t("window", {
          from: sayDay(from, spoken),
          until: sayDay(until, spoken),
          counted,
          days: unit_days.toLocaleString("en"),
        })}
        {left_out > 0 && ` ${t("leftOut", { count: left_out })}`}
      </p>
      <Block title={t("estimates")}>
        <p className="quiet">{estimates.length === 0 ? t("noEstimates") : t("estimatesAbout")}</p>
        {estimates.map((estimate) => (
          <Estimate key={estimate.quota} {...window} estimate={estimate} />
        ))}
      </Block>
      <Recurrences {...window} what="units" found={units} all={data.units_in_all} />
      <Recurrences {...window} what="models" found={models} all={data.models_in_all} />
      <Recurrences {...window} what="sites" found={sites} all={data.sites_in_all} />
    </>
  );
}
