import "./site.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { SiteRow } from "../../api/types";
import { fold } from "../../lib/fold";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Empty, Loading, Page } from "../../ui/Page";
import { SearchField, TypedFilter } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { siteRegisterQuery, sitesUrl } from "./site.queries";
import { dayAsked, type SiteSearch } from "./site.search";
import { siteText } from "./site.text";
import { OpenSiteDialog } from "./site-dialogs";

const said = ({ number, name, address, departments, remarks, aliases }: SiteRow): string =>
  fold([number, name, address, departments, remarks, ...aliases].join(" "));

const matching = (rows: readonly SiteRow[], words: string): readonly SiteRow[] => {
  const wanted = words.split(/\s+/u).map(fold).filter(Boolean);
  return rows.filter((row) => {
    const text = said(row);
    return wanted.every((word) => text.includes(word));
  });
};

/** Every site of the contract on a day: what stands there and what is left to do. */
export default function SiteListPage() {
  const t = useText(siteText);
  const spoken = useLanguage();
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/sites" });
  const navigate = useNavigate({ from: "/contracts/$contract/sites" });
  const [opening, setOpening] = useState(false);
  const day = dayAsked(search);
  const list = useQuery(siteRegisterQuery(contract, day));
  const change = (part: SiteSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const rows = matching(list.data?.items ?? [], search.q ?? "");
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {list.data?.may_keep && (
            <>
              <Button look="solid" onClick={() => setOpening(true)}>
                {t("open")}
              </Button>
              <Link {...buttonLook("outline")} to="/contracts/$contract/sites/import" params={{ contract }}>
                {t("import")}
              </Link>
            </>
          )}
          <a {...buttonLook("outline")} href={sitesUrl(contract, day)}>
            {t("export")}
          </a>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet no-print">{t("about")}</p>
        <search className="filters no-print">
          <TypedFilter
            label={t("on")}
            hint={t("onHint")}
            value={search.on ?? ""}
            onChange={(on) => change({ on: on || undefined })}
          />
          <SearchField
            label={t("search")}
            value={search.q ?? ""}
            onChange={(q) => change({ q: q || undefined })}
          />
        </search>
        {list.isPending && <Loading />}
        {list.isError && <ProblemBanner problem={problemOf(list.error)} />}
        {list.data && (
          <Block
            title={`${t("on")} ${sayDay(list.data.on, spoken)}`}
            count={t("count", { count: rows.length })}
          >
            {rows.length === 0 ? (
              <Empty text={message(siteText, "none")} />
            ) : (
              <Sites rows={rows} on={search.on} />
            )}
          </Block>
        )}
      </div>
      {opening && <OpenSiteDialog contract={contract} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function Sites({ rows, on }: { rows: readonly SiteRow[]; on: string | undefined }) {
  const t = useText(siteText);
  const sum = (part: "units" | "planned_units" | "kept_by_city" | "requests" | "repairs") =>
    rows.reduce((total, row) => total + row[part], 0);
  const kept = sum("kept_by_city");
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("units")}</th>
          <th scope="col">{t("planned")}</th>
          {kept > 0 && <th scope="col">{t("keptColumn")}</th>}
          <th scope="col">{t("requests")}</th>
          <th scope="col">{t("repairs")}</th>
          <th scope="col">{t("address")}</th>
          <th scope="col">{t("departments")}</th>
          <th scope="col">{t("remarks")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <SiteLink id={row.id} number={row.number} name={row.name} on={on} />
              {row.aliases.length > 0 && <div className="site-muted">{row.aliases.join("、")}</div>}
            </th>
            <td>
              <SiteState site={row} />
            </td>
            <td className="number">{row.units}</td>
            <td className="number">{row.planned_units || ""}</td>
            {kept > 0 && <td className="number">{row.kept_by_city || ""}</td>}
            <td className="number">{row.requests || ""}</td>
            <td className="number">{row.repairs || ""}</td>
            <td>{row.address}</td>
            <td>{row.departments}</td>
            <td>{row.remarks}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("total")}</th>
          <td />
          <td className="number">{sum("units")}</td>
          <td className="number">{sum("planned_units")}</td>
          {kept > 0 && <td className="number">{kept}</td>}
          <td className="number">{sum("requests")}</td>
          <td className="number">{sum("repairs")}</td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </Table>
  );
}

/** Open, closed or not open yet, and since when; who keeps it where that is the city. */
function SiteState({ site }: { site: SiteRow }) {
  const t = useText(siteText);
  const spoken = useLanguage();
  return (
    <>
      {site.open ? (
        <Chip tone="green" sign="○">
          {t("stateOpen")}
        </Chip>
      ) : (
        <Chip sign="×">{site.closed_on ? t("stateClosed") : t("stateNotYet")}</Chip>
      )}{" "}
      {site.excluded && <Chip sign="□">{t("keptByCity")}</Chip>}
      {site.opened_on && <div>{t("openedOn", { day: sayDay(site.opened_on, spoken) })}</div>}
      {site.closed_on && <div>{t("closedOn", { day: sayDay(site.closed_on, spoken) })}</div>}
    </>
  );
}
