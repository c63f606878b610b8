import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { sitesQuery, useContract, useDayStyle } from "../../api/contract";
import { today } from "../../api/session";
import type { Unit } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useSay, useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { UnitUseChip } from "../../parts/UnitUse";
import { buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { AssumedChip } from "./AssumedChip";
import { type Bulk, BulkBar, UnitTools, useBulk, useBulkColumn } from "./bulk";
import { ReferenceDay } from "./ReferenceDay";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import { registerText } from "./register.text";
import { UnitLinks } from "./UnitLinks";
import { ledgerUrl, unitClassesQuery, unitsQuery, unitUses } from "./unit.queries";
import { dayAsked, type UnitSearch } from "./unit.search";
import { unitKeeper, unitText, unitUse } from "./unit.text";

function useColumns(contract: string, bulk: Bulk): GridColumn<Unit>[] {
  const t = useText(unitText);
  const use = useText(unitUse);
  const keeper = useText(unitKeeper);
  const style = useDayStyle();
  const pick = useBulkColumn(bulk);
  return useMemo(
    () => [
      ...pick,
      nameColumn(contract, "register", { key: "number", title: t("number"), text: ({ number }) => number }),
      { key: "kind", title: t("kind"), width: 190, text: ({ kind }) => kind },
      { key: "model", title: t("model"), width: 260, text: ({ model }) => model },
      { key: "division", title: t("division"), width: 150, text: ({ division }) => division },
      {
        key: "site",
        title: t("site"),
        width: 220,
        text: ({ site, site_number }) => (site ? `${site_number} ${site}` : t("siteNone")),
        render: ({ site_id, site, site_number }) =>
          site_id ? <SiteLink id={site_id} number={site_number} name={site} /> : t("siteNone"),
      },
      { key: "place", title: t("place"), width: 180, text: ({ place }) => place },
      {
        key: "use",
        title: t("use"),
        width: 170,
        text: (unit) => (unit.known === "assumption" ? `${use(unit.use)} ${t("assumed")}` : use(unit.use)),
        render: (unit) => (
          <>
            <UnitUseChip use={unit.use} /> {unit.known === "assumption" && <AssumedChip />}
          </>
        ),
      },
      {
        key: "keeper",
        title: t("keeper"),
        width: 120,
        text: (unit) => (unit.keeper === "city" ? t("cityKeeps") : keeper(unit.keeper)),
        render: (unit) =>
          unit.keeper === "city" ? <Chip sign="◇">{t("cityKeeps")}</Chip> : keeper(unit.keeper),
      },
      { key: "since", title: t("since"), width: 160, text: ({ since }) => printDay(since, style) },
      { key: "remarks", title: t("remarks"), width: 260, text: ({ remarks }) => remarks },
    ],
    [t, use, keeper, style, contract, pick],
  );
}

export default function UnitListPage() {
  const t = useText(unitText);
  const shared = useText(registerText);
  const use = useText(unitUse);
  const say = useSay();
  const contract = useContract();
  const style = useDayStyle();
  const bulk = useBulk();
  const columns = useColumns(contract.id, bulk);
  const search = useSearch({ from: "/inside/contracts/$contract/register" });
  const navigate = useNavigate({ from: "/contracts/$contract/register" });
  const sites = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  const { data: facts } = useQuery(unitClassesQuery(contract.id));
  const classes = facts?.classes ?? [];
  const change = (part: UnitSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline", "sm")} href={ledgerUrl(contract.id, search)}>
            {shared("export")}
          </a>
          {facts?.whole && facts.may_move && <UnitTools contract={contract.id} bulk={bulk} />}
        </>
      }
    >
      <UnitLinks contract={contract.id} whole={facts?.whole ?? false} search={search} />
      <p className="quiet no-print">{t("about")}</p>
      <search className="filters no-print">
        <ReferenceDay value={search.on} onChange={(on) => change({ on })} />
        <SearchField
          label={shared("search")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
          ]}
          onChange={(site) => change({ site: site || undefined })}
        />
        <FilterSelect
          label={t("class")}
          value={search.class ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...classes.map(({ id, label }) => ({ value: id, label: say(label) })),
          ]}
          onChange={(kind) => change({ class: kind || undefined })}
        />
        <FilterSelect
          label={t("use")}
          value={search.use ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...unitUses.map((value) => ({ value, label: use(value) })),
          ]}
          onChange={(used) => change({ use: used || undefined })}
        />
      </search>
      <BulkBar contract={contract.id} bulk={bulk} search={search} />
      <Register
        contract={contract.id}
        kind="register"
        label={`${t("title")} ${t("on")} ${printDay(dayAsked(search) ?? today(), style)}`}
        query={unitsQuery(contract.id, search)}
        columns={columns}
      />
    </RegisterFrame>
  );
}
