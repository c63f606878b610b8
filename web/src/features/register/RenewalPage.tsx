import "./register.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { today } from "../../api/session";
import type { RenewalList, SiteRenewal } from "../../api/types";
import { Lanes } from "../../chart/Lanes";
import type { Bar, Lane } from "../../chart/lane-days";
import { addDays } from "../../lib/day";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayDays } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Page } from "../../ui/Page";
import { FilterSelect } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { renewalsQuery } from "./facts.queries";
import { renewalText } from "./facts.text";
import { ReferenceDay } from "./ReferenceDay";
import { SiteUnits } from "./RenewalSite";
import { registerText } from "./register.text";
import type { RenewalSearch } from "./renewal.search";
import { type Entry, RenewalDialogs } from "./renewal-dialogs";
import { dayAsked } from "./unit.search";
import { unitText } from "./unit.text";

export default function RenewalPage() {
  const t = useText(renewalText);
  const unit = useText(unitText);
  const shared = useText(registerText);
  const say = useSay();
  const contract = useContract();
  const search = useSearch({ from: "/inside/contracts/$contract/register/renewals" });
  const navigate = useNavigate({ from: "/contracts/$contract/register/renewals" });
  const { generation, site } = search;
  const { data: list } = useSuspenseQuery(
    renewalsQuery(contract.id, { on: dayAsked(search), generation, site }),
  );
  const change = (part: RenewalSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/register" params={{ contract: contract.id }}>
          {unit("title")}
        </Link>,
      ]}
      actions={
        <>
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/register/ranges"
            params={{ contract: contract.id }}
          >
            {t("ranges")}
          </Link>
          <Button onClick={() => window.print()}>{shared("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t(list.generation ? "about" : "none")}</p>
        {list.generation && (
          <>
            <search className="filters no-print">
              <ReferenceDay value={search.on} onChange={(on) => change({ on })} />
              {list.generations.length > 1 && (
                <FilterSelect
                  label={t("generation")}
                  value={list.generation}
                  onChange={(chosen) => change({ generation: chosen })}
                  options={list.generations.map(({ id, label }) => ({ value: id, label: say(label) }))}
                />
              )}
            </search>
            <Progress list={list} />
            <Sites contract={contract.id} list={list} search={search} />
            {list.sites
              .filter(({ site_id }) => site_id === site)
              .map((each) => (
                <SiteUnits key={each.site_id} site={each} units={list.units} />
              ))}
          </>
        )}
      </div>
    </Page>
  );
}

function Progress({ list }: { list: RenewalList }) {
  const t = useText(renewalText);
  const spoken = useLanguage();
  const all = list.done + list.left;
  return (
    <Block title={t("progress")}>
      <p>
        <progress max={Math.max(all, 1)} value={list.done} aria-label={t("progress")} />{" "}
        {t("progressText", { all: String(all), done: String(list.done) })}
      </p>
      {list.contract_plans.length > 0 && (
        <p className="quiet">
          {t("contractPlan")}:{" "}
          {list.contract_plans.map(({ from, to, stated_in }, index) => (
            <span key={stated_in}>
              {index > 0 && " → "}
              {sayDays(from, to, spoken)}（{stated_in}）
            </span>
          ))}
        </p>
      )}
      <Lanes
        lanes={list.sites.map((site) => laneOf(site, t))}
        today={list.on === today() ? today() : list.on}
        todayLabel={sayDay(list.on, spoken)}
        label={t("chartLabel")}
      />
    </Block>
  );
}

type Say = ReturnType<typeof useText<typeof renewalText>>;

function laneOf(site: SiteRenewal, t: Say): Lane {
  const bars: Bar[] = [];
  const entered = site.history.filter(({ plan }) => plan.entered_at);
  for (const { plan } of entered.slice(0, -1))
    bars.push({ look: "before", from: plan.from, to: addDays(plan.to, 1), label: plan.reason });
  if (site.left > 0 && site.planned_from && site.planned_to)
    bars.push({
      look: "planned",
      from: site.planned_from,
      to: addDays(site.planned_to, 1),
      label: `${t("left")} ${site.left}`,
    });
  if (site.first_done && site.last_done)
    bars.push({
      look: "have",
      from: site.first_done,
      to: addDays(site.last_done, 1),
      label: `${t("done")} ${site.done}`,
    });
  return { key: site.site_id ?? "", title: site.site || t("siteNone"), bars };
}

interface SitesProps {
  contract: string;
  list: RenewalList;
  search: RenewalSearch;
}

function Sites({ contract, list, search }: SitesProps) {
  const t = useText(renewalText);
  const [entry, setEntry] = useState<Entry | undefined>();
  return (
    <Block title={t("sites")}>
      <Table caption={t("sites")}>
        <thead>
          <tr>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("done")}</th>
            <th scope="col">{t("left")}</th>
            <th scope="col">{t("plan")}</th>
            <th scope="col">{t("slips")}</th>
            <th scope="col">{t("actual")}</th>
            {list.may_change && <th scope="col">{t("enterPlan")}</th>}
          </tr>
        </thead>
        <tbody>
          {list.sites.map((site) => (
            <SiteRow
              key={site.site_id ?? ""}
              contract={contract}
              site={site}
              search={search}
              {...(list.may_change && { onEnter: (kind: Entry["kind"]) => setEntry({ kind, site }) })}
            />
          ))}
        </tbody>
      </Table>
      {entry && (
        <RenewalDialogs
          contract={contract}
          generation={list.generation}
          entry={entry}
          onClose={() => setEntry(undefined)}
        />
      )}
    </Block>
  );
}

interface RowProps {
  contract: string;
  site: SiteRenewal;
  search: RenewalSearch;
  onEnter?: (kind: Entry["kind"]) => void;
}

function SiteRow({ contract, site, search, onEnter }: RowProps) {
  const t = useText(renewalText);
  const spoken = useLanguage();
  const name = site.site ? `${site.site_number} ${site.site}` : t("siteNone");
  const detail = [
    site.coming > 0 && t("coming", { count: String(site.coming) }),
    site.ending > 0 && t("ending", { count: String(site.ending) }),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        {site.site_id ? (
          <Link
            to="/contracts/$contract/register/renewals"
            params={{ contract }}
            search={{ ...search, site: site.site_id }}
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td>
        <SiteState site={site} />
      </td>
      <td className="number">{site.done}</td>
      <td className="number">
        {site.left}
        {detail.length > 0 && <small>（{detail.join("、")}）</small>}
      </td>
      <td>
        {site.left > 0 && site.planned_from && site.planned_to
          ? sayDays(site.planned_from, site.planned_to, spoken)
          : "－"}
      </td>
      <td>{site.slips > 0 ? t("slipTimes", { count: String(site.slips) }) : "－"}</td>
      <td>{site.first_done && site.last_done ? sayDays(site.first_done, site.last_done, spoken) : "－"}</td>
      {onEnter && (
        <td>
          {site.left > 0 && (
            <span className="row-actions">
              <Button size="sm" aria-label={`${t("enterPlan")} ${name}`} onClick={() => onEnter("plan")}>
                {t("enterPlan")}
              </Button>
              <Button size="sm" aria-label={`${t("recordDone")} ${name}`} onClick={() => onEnter("done")}>
                {t("recordDone")}
              </Button>
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

function SiteState({ site }: { site: SiteRenewal }) {
  const t = useText(renewalText);
  if (site.left === 0)
    return (
      <Chip tone="green" sign="○">
        {t("stateDone")}
      </Chip>
    );
  return site.late ? (
    <Chip tone="red" sign="！">
      {t("late")}
    </Chip>
  ) : (
    <Chip tone="neutral" sign="－">
      {t("stateOpen")}
    </Chip>
  );
}
