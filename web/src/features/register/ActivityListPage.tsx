import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useContract, useContractId, useDayStyle } from "../../api/contract";
import { today, useMay } from "../../api/session";
import type { Activity } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useSay, useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { activitiesQuery, activityFactsQuery, exportUrl, monthsBetween } from "./activity.queries";
import { activityText } from "./activity.text";
import { LogDialog } from "./activity-dialogs";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<Activity>[] {
  const t = useText(activityText);
  const say = useSay();
  const style = useDayStyle();
  return useMemo(
    () => [
      nameColumn(contract, "activities", { key: "number", title: t("number"), text: ({ number }) => number }),
      { key: "done_on", title: t("doneOn"), width: 110, text: (row) => printDay(row.done_on, style) },
      { key: "work_type", title: t("workType"), width: 210, text: (row) => say(row.work_type_label) },
      {
        key: "title",
        title: t("subject"),
        width: 240,
        text: ({ title }) => title,
        render: ({ title, cancelled_at }) => (cancelled_at ? <s>{title}</s> : title),
      },
      { key: "hours", title: t("hours"), width: 100, align: "end", text: ({ hours }) => hours.toFixed(1) },
      { key: "performed_by", title: t("performedBy"), width: 130, text: (row) => row.performed_by },
      {
        key: "permission",
        title: t("permission"),
        width: 216,
        text: (row) => (row.lacks_permission ? t("lacksPermission") : row.permission),
        render: (row) =>
          row.lacks_permission ? (
            <Chip tone="yellow" sign="△">
              {t("lacksPermission")}
            </Chip>
          ) : (
            row.permission
          ),
      },
      { key: "asked_by", title: t("askedBy"), width: 150, text: ({ asked_by }) => asked_by },
      { key: "request", title: t("request"), width: 120, text: (row) => row.request_number },
      { key: "result", title: t("result"), width: 260, text: ({ result }) => result },
    ],
    [t, say, style, contract],
  );
}

/** The month in the address; without one the present month, or the last of a contract that is over. */
function useMonths(search: RegisterSearch) {
  const { starts_on, ends_on } = useContract();
  const now = today() > ends_on ? ends_on : today() < starts_on ? starts_on : today();
  return {
    months: monthsBetween(starts_on, now),
    asked: { ...search, month: search.month ?? now.slice(0, 7) },
  };
}

export default function ActivityListPage() {
  const t = useText(activityText);
  const shared = useText(registerText);
  const say = useSay();
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/activities" });
  const navigate = useNavigate({ from: "/contracts/$contract/activities" });
  const columns = useColumns(contract);
  const [logging, setLogging] = useState(false);
  const { months, asked } = useMonths(search);
  const { data: facts } = useQuery(activityFactsQuery(contract, asked));
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const types = facts?.work_types ?? [];
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline", "sm")} href={exportUrl(contract, asked)}>
            {shared("export")}
          </a>
          {may("keep_activity") && types.length > 0 && (
            <Button look="solid" size="sm" onClick={() => setLogging(true)}>
              {t("log")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">{facts && types.length === 0 ? t("none") : t("about")}</p>
      <search className="filters no-print">
        <SearchField
          label={shared("search")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={t("month")}
          value={asked.month}
          options={[
            { value: "all", label: t("allMonths") },
            ...months.map((month) => ({ value: month, label: month.replace("-", "/") })),
          ]}
          onChange={(month) => change({ month })}
        />
        <FilterSelect
          label={t("workType")}
          value={search.kind ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...types.map((type) => ({ value: type.id, label: say(type.label) })),
          ]}
          onChange={(kind) => change({ kind: kind || undefined })}
        />
        <FilterSelect
          label={t("state")}
          value={search.state === "all" ? "all" : ""}
          options={[
            { value: "", label: t("standing") },
            { value: "all", label: t("withCancelled") },
          ]}
          onChange={(state) => change({ state: state || undefined })}
        />
      </search>
      <Register
        contract={contract}
        kind="activities"
        label={t("title")}
        query={activitiesQuery(contract, asked)}
        columns={columns}
      />
      {facts && <Totals totals={facts.totals} />}
      {logging && <LogDialog contract={contract} onClose={() => setLogging(false)} />}
    </RegisterFrame>
  );
}

type Total = Awaited<
  ReturnType<NonNullable<ReturnType<typeof activityFactsQuery>["queryFn"]>>
>["totals"][number];

function Totals({ totals }: { totals: readonly Total[] }) {
  const t = useText(activityText);
  const say = useSay();
  if (totals.length === 0) return null;
  const sum = (of: (each: Total) => number) => totals.reduce((all, each) => all + of(each), 0);
  return (
    <Table caption={t("totals")}>
      <thead>
        <tr>
          <th scope="col">{t("workType")}</th>
          <th scope="col">{t("count")}</th>
          <th scope="col">{t("hours")}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map((each) => (
          <tr key={each.work_type}>
            <th scope="row">{say(each.label)}</th>
            <td className="number">{each.activities}</td>
            <td className="number">{each.hours.toFixed(1)}</td>
          </tr>
        ))}
        {totals.length > 1 && (
          <tr>
            <th scope="row">{t("sum")}</th>
            <td className="number">{sum((each) => each.activities)}</td>
            <td className="number">{sum((each) => each.hours).toFixed(1)}</td>
          </tr>
        )}
      </tbody>
    </Table>
  );
}
