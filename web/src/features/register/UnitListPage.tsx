import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { sitesQuery, useContract, useContractId, useDayStyle } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { Unit } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useSay, useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { buttonLook } from "../../ui/Button";
import { Loading } from "../../ui/Page";
import { UnitUseChip } from "./chips";
import { Filters, SearchFilter, SelectFilter } from "./Filters";
import { Ledger } from "./Ledger";
import { ReferenceDay } from "./ReferenceDay";
import { RegisterFrame } from "./RegisterFrame";
import { useRows } from "./register.queries";
import { registerText } from "./register.text";
import { unitClassesQuery, unitsQuery, unitUses } from "./unit.queries";
import type { UnitSearch } from "./unit.search";
import { unitKeeper, unitText, unitUse } from "./unit.text";

function useColumns(contract: string): GridColumn<Unit>[] {
  const t = useText(unitText);
  const use = useText(unitUse);
  const keeper = useText(unitKeeper);
  const style = useDayStyle();
  return useMemo(
    () => [
      {
        key: "number",
        title: t("number"),
        width: 110,
        frozen: true,
        text: ({ number }) => number,
        render: ({ id, number }) => (
          <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: id }}>
            {number}
          </Link>
        ),
      },
      { key: "kind", title: t("kind"), width: 190, text: ({ kind }) => kind },
      { key: "model", title: t("model"), width: 260, text: ({ model }) => model },
      { key: "division", title: t("division"), width: 150, text: ({ division }) => division },
      {
        key: "site",
        title: t("site"),
        width: 220,
        text: ({ site, site_number }) => (site ? `${site_number} ${site}` : t("siteNone")),
      },
      { key: "place", title: t("place"), width: 180, text: ({ place }) => place },
      {
        key: "use",
        title: t("use"),
        width: 110,
        text: (unit) => use(unit.use),
        render: (unit) => <UnitUseChip use={unit.use} />,
      },
      { key: "keeper", title: t("keeper"), width: 100, text: (unit) => keeper(unit.keeper) },
      { key: "since", title: t("since"), width: 160, text: ({ since }) => printDay(since, style) },
      { key: "remarks", title: t("remarks"), width: 260, text: ({ remarks }) => remarks },
    ],
    [t, use, keeper, style, contract],
  );
}

export default function UnitListPage() {
  const t = useText(unitText);
  const shared = useText(registerText);
  const use = useText(unitUse);
  const say = useSay();
  const contract = useContract();
  const search = useSearch({ from: "/inside/contracts/$contract/register" });
  const navigate = useNavigate({ from: "/contracts/$contract/register" });
  const sites = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  const classes = useQuery(unitClassesQuery(contract.id)).data?.classes ?? [];
  const change = (part: UnitSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <Link
          {...buttonLook("outline", "sm")}
          to="/contracts/$contract/register/matrix"
          params={{ contract: contract.id }}
          search={search.on ? { on: search.on } : {}}
        >
          {t("matrix")}
        </Link>
      }
    >
      <Filters>
        <ReferenceDay value={search.on} onChange={(on) => change({ on })} />
        <SearchFilter value={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
        <SelectFilter
          label={t("site")}
          value={search.site ?? ""}
          none={shared("all")}
          options={sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          onChange={(site) => change({ site: site || undefined })}
        />
        <SelectFilter
          label={t("class")}
          value={search.class ?? ""}
          none={shared("all")}
          options={classes.map(({ id, label }) => ({ value: id, label: say(label) }))}
          onChange={(kind) => change({ class: kind || undefined })}
        />
        <SelectFilter
          label={t("use")}
          value={search.use ?? ""}
          none={shared("all")}
          options={unitUses.map((value) => ({ value, label: use(value) }))}
          onChange={(used) => change({ use: used || undefined })}
        />
      </Filters>
      <Rows search={search} />
    </RegisterFrame>
  );
}

function Rows({ search }: { search: UnitSearch }) {
  const t = useText(unitText);
  const contract = useContractId();
  const style = useDayStyle();
  const navigate = useNavigate();
  const { rows, complete, list } = useRows(unitsQuery(contract, search));
  const columns = useColumns(contract);
  const open = useCallback(
    ({ id }: Unit) =>
      void navigate({ to: "/contracts/$contract/register/$unit", params: { contract, unit: id } }),
    [navigate, contract],
  );
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const label = `${t("title")} ${t("on")} ${printDay(search.on ?? today(), style)}`;
  return <Ledger label={label} rows={rows} complete={complete} columns={columns} onOpen={open} />;
}
