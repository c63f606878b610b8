import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { sitesQuery, useContract, useDayStyle } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { Movement } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { ReadOnlyGrid } from "../../grid/ReadOnlyGrid";
import { count } from "../../lib/count";
import { dayInJapan } from "../../lib/day";
import { message, useSay, useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Empty, Loading, Page } from "../../ui/Page";
import { FilterSelect, SearchField, TypedFilter } from "../../ui/SearchField";
import { MovedFor } from "./MovedFor";
import { allCauses, movementsQuery, movementsUrl, moversQuery, timings } from "./movement.queries";
import type { MovementSearch } from "./movement.search";
import { movementText, movementTiming } from "./movement.text";
import { rowPage, useRows } from "./register.queries";
import { registerText } from "./register.text";
import { unitClassesQuery } from "./unit.queries";
import { moveCause, unitText, unitUse } from "./unit.text";

function useColumns(contract: string): GridColumn<Movement>[] {
  const t = useText(movementText);
  const unit = useText(unitText);
  const cause = useText(moveCause);
  const use = useText(unitUse);
  const style = useDayStyle();
  return useMemo(() => {
    const spot = (at: Movement["from"]) =>
      [at.site || unit("siteNone"), at.place, `（${use(at.use)}）`].filter(Boolean).join(" ");
    const day = (value: string | null | undefined) => (value ? printDay(value, style) : "");
    return [
      { key: "on", title: unit("movedOn"), width: 110, frozen: true, text: (row) => day(row.on) },
      {
        key: "device_number",
        title: unit("number"),
        width: 100,
        text: (row) => row.device_number,
        render: (row) => (
          <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: row.device_id }}>
            {row.device_number}
          </Link>
        ),
      },
      { key: "model", title: unit("model"), width: 180, text: ({ model }) => model },
      { key: "cause", title: unit("cause"), width: 130, text: (row) => cause(row.cause) },
      { key: "from", title: unit("before"), width: 230, text: (row) => spot(row.from) },
      { key: "to", title: unit("after"), width: 230, text: (row) => spot(row.to) },
      { key: "planned_on", title: unit("plannedOn"), width: 120, text: (row) => day(row.planned_on) },
      {
        key: "entered_after",
        title: t("entered"),
        width: 100,
        text: ({ entered_after: days }) => (days > 0 ? t("daysLater", { days }) : t("sameDay")),
      },
      {
        key: "entered_on",
        title: t("enteredOn"),
        width: 110,
        text: (row) => day(dayInJapan(Date.parse(row.entered_at))),
      },
      { key: "entered_by", title: unit("enteredBy"), width: 120, text: (row) => row.entered_by },
      { key: "request", title: unit("job"), width: 110, text: (row) => row.request_number },
      {
        key: "incident",
        title: t("incident"),
        width: 130,
        text: (row) => (row.incident_id ? row.incident_number || t("noCaseNumber") : ""),
        render: (row) => <MovedFor contract={contract} movement={row} />,
      },
      { key: "note", title: unit("note"), width: 220, text: ({ note }) => note },
    ];
  }, [t, unit, cause, use, style, contract]);
}

/** The ledger of movements of the whole contract, on screen, on A4 and as a file. */
export default function MovementListPage() {
  const t = useText(movementText);
  const unit = useText(unitText);
  const shared = useText(registerText);
  const contract = useContract();
  const search = useSearch({ from: "/inside/contracts/$contract/register/movements" });
  const navigate = useNavigate({ from: "/contracts/$contract/register/movements" });
  const change = (part: MovementSearch) =>
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
          <a {...buttonLook("outline", "sm")} href={movementsUrl(contract.id, search)}>
            {shared("export")}
          </a>
          <Button size="sm" onClick={() => window.print()}>
            {shared("print")}
          </Button>
        </>
      }
    >
      <div className="ledger">
        <p className="quiet no-print">{t("about")}</p>
        {search.unit && (
          <p className="no-print">
            {t("oneUnit")}{" "}
            <Button size="sm" onClick={() => change({ unit: undefined })}>
              {t("everyUnit")}
            </Button>
          </p>
        )}
        <Filters contract={contract.id} search={search} onChange={change} />
        <Movements contract={contract.id} search={search} />
      </div>
    </Page>
  );
}

interface FilterProps {
  contract: string;
  search: MovementSearch;
  onChange: (part: MovementSearch) => void;
}

function Filters({ contract, search, onChange }: FilterProps) {
  const t = useText(movementText);
  const unit = useText(unitText);
  const cause = useText(moveCause);
  const timing = useText(movementTiming);
  const shared = useText(registerText);
  const say = useSay();
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const classes = useQuery(unitClassesQuery(contract)).data?.classes ?? [];
  const people = useQuery(moversQuery(contract)).data ?? [];
  const every = { value: "", label: shared("all") };
  return (
    <search className="filters no-print">
      <SearchField
        label={t("words")}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <TypedFilter
        label={t("from")}
        hint={unit("onHint")}
        value={search.from ?? ""}
        onChange={(from) => onChange({ from: from || undefined })}
      />
      <TypedFilter
        label={t("to")}
        hint={unit("onHint")}
        value={search.to ?? ""}
        onChange={(to) => onChange({ to: to || undefined })}
      />
      <FilterSelect
        label={t("timing")}
        value={search.timing ?? "all"}
        options={timings.map((value) => ({ value, label: timing(value) }))}
        onChange={(value) => onChange({ timing: value === "all" ? undefined : value })}
      />
      <FilterSelect
        label={unit("site")}
        value={search.site ?? ""}
        options={[every, ...sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))]}
        onChange={(site) => onChange({ site: site || undefined })}
      />
      <FilterSelect
        label={unit("class")}
        value={search.class ?? ""}
        options={[every, ...classes.map(({ id, label }) => ({ value: id, label: say(label) }))]}
        onChange={(kind) => onChange({ class: kind || undefined })}
      />
      <FilterSelect
        label={unit("cause")}
        value={search.cause ?? ""}
        options={[every, ...allCauses.map((value) => ({ value, label: cause(value) }))]}
        onChange={(value) => onChange({ cause: value || undefined })}
      />
      <FilterSelect
        label={unit("enteredBy")}
        value={search.by ?? ""}
        options={[every, ...people.map((name) => ({ value: name, label: name }))]}
        onChange={(by) => onChange({ by: by || undefined })}
      />
    </search>
  );
}

function Movements({ contract, search }: { contract: string; search: MovementSearch }) {
  const t = useText(movementText);
  const shared = useText(registerText);
  const navigate = useNavigate();
  const columns = useColumns(contract);
  const { rows, complete, list } = useRows(movementsQuery(contract, search));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  return (
    <ReadOnlyGrid
      label={t("title")}
      rows={rows}
      columns={columns}
      onOpen={({ device_id }) => void navigate({ to: rowPage(contract, "register", device_id) })}
      empty={<Empty text={message(registerText, "empty")} />}
      status={complete ? shared("shown", { count: count(rows.length) }) : shared("more")}
    />
  );
}
