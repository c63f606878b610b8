import "./incident.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { sitesQuery, useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { now, useMay, useSitesOf } from "../../api/session";
import type { Incident } from "../../api/types";
import { dayInJapan } from "../../lib/day";
import { useLanguage, useText } from "../../lib/i18n";
import { monthOf } from "../../lib/month";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Loading, Page } from "../../ui/Page";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { ClockChip } from "./ClockState";
import { isStale } from "./clock";
import { IncidentStateChip } from "./IncidentStateChip";
import { incidentsQuery, incidentsShown } from "./incident.queries";
import type { IncidentSearch } from "./incident.search";
import { incidentState, incidentText, incidentTurn } from "./incident.text";
import { useNow, useRefreshWhen } from "./use-now";

export default function IncidentListPage() {
  const t = useText(incidentText);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/incidents" });
  const own = useSitesOf(contract, "view_incident");
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {(may("report_incident") || may("record_incident")) && (
            <Link {...buttonLook("solid")} to="/contracts/$contract/incidents/new" params={{ contract }}>
              {own ? t("report") : t("enter")}
            </Link>
          )}
          <Link
            {...buttonLook("outline")}
            to="/contracts/$contract/incidents/months/$month"
            params={{ contract, month: monthOf(dayInJapan(Date.parse(now()))) }}
          >
            {t("month")}
          </Link>
          {!own && (
            <Link {...buttonLook("outline")} to="/contracts/$contract/incidents/trend" params={{ contract }}>
              {t("trend")}
            </Link>
          )}
          {!own && (
            <Link
              {...buttonLook("outline")}
              to="/contracts/$contract/incidents/improvements"
              params={{ contract }}
            >
              {t("improvements")}
            </Link>
          )}
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="ledger">
        <p className="quiet no-print">{t("about")}</p>
        <Filters contract={contract} search={search} />
        <List contract={contract} search={search} />
      </div>
    </Page>
  );
}

function Filters({ contract, search }: { contract: string; search: IncidentSearch }) {
  const t = useText(incidentText);
  const state = useText(incidentState);
  const navigate = useNavigate({ from: "/contracts/$contract/incidents" });
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const own = useSitesOf(contract, "view_incident");
  const change = (part: IncidentSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const word = (value: (typeof incidentsShown)[number]) =>
    value === "open" ? t("openOnes") : value === "all" ? t("all") : state(value);
  return (
    <search className="filters no-print">
      <SearchField
        label={t("search")}
        value={search.q ?? ""}
        onChange={(q) => change({ q: q || undefined })}
      />
      <FilterSelect
        label={t("state")}
        value={search.state ?? "open"}
        options={incidentsShown.map((value) => ({ value, label: word(value) }))}
        onChange={(value) => change({ state: value === "open" ? undefined : value })}
      />
      {!own && (
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          options={[
            { value: "", label: t("allSites") },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => change({ site: value || undefined })}
        />
      )}
    </search>
  );
}

function List({ contract, search }: { contract: string; search: IncidentSearch }) {
  const t = useText(incidentText);
  const list = useInfiniteQuery({ ...incidentsQuery(contract, search), placeholderData: (before) => before });
  const now = useNow();
  const incidents = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useRefreshWhen(
    incidents.some(({ clocks }) => clocks.some((clock) => isStale(clock, now))),
    list.refetch,
  );
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  if (incidents.length === 0) return <p>{t("empty")}</p>;
  return (
    <>
      <Table caption={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("levels")}</th>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("phenomenon")}</th>
            <th scope="col">{t("unit")}</th>
            <th scope="col">{t("begunAt")}</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <Row key={incident.id} contract={contract} incident={incident} now={now} />
          ))}
        </tbody>
      </Table>
      <p className="quiet" role="status">
        {t("shown", { count: incidents.length })}
      </p>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function Row({ contract, incident, now }: { contract: string; incident: Incident; now: number }) {
  const t = useText(incidentText);
  const spoken = useLanguage();
  const asOf = Date.parse(incident.as_of);
  return (
    <tr>
      <th scope="row">
        <Link to="/contracts/$contract/incidents/$incident" params={{ contract, incident: incident.id }}>
          {incident.case_number || t("noNumber")}
        </Link>
      </th>
      <td>
        <IncidentStateChip state={incident.state} />
        <TurnLine incident={incident} />
      </td>
      <td>
        <div className="incident-clocks">
          {incident.clocks.map((clock) => (
            <ListClock key={clock.level} clock={clock} asOf={asOf} now={now} />
          ))}
        </div>
      </td>
      <td>{[incident.site_name, incident.place].filter(Boolean).join(" ")}</td>
      <td className="incident-what">{incident.phenomenon}</td>
      <td>{[incident.device_number, incident.device_kind].filter(Boolean).join(" ")}</td>
      <td>{sayInstant(incident.begun_at, spoken)}</td>
    </tr>
  );
}

/** Who is waited for, with the reason of a wait that the city agreed to. */
function TurnLine({ incident: { turn, wait_reason } }: { incident: Incident }) {
  const t = useText(incidentText);
  const who = useText(incidentTurn);
  if (turn === "nobody") return null;
  return (
    <div className="quiet">
      {t("turn", { who: who(turn) })}
      {wait_reason && `（${wait_reason}）`}
    </div>
  );
}

function ListClock({ clock, asOf, now }: { clock: Incident["clocks"][number]; asOf: number; now: number }) {
  const spoken = useLanguage();
  if (clock.standing === "not_begun" || clock.standing === "not_needed" || clock.standing === "measured")
    return null;
  return (
    <span>
      {clock.label[spoken]} <ClockChip clock={clock} asOf={asOf} now={now} />
    </span>
  );
}
