import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { useMay } from "../../api/session";
import type { SecurityIncident } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { FilterSelect, TypedFilter } from "../../ui/SearchField";
import { IncidentStateChip, LateReportChip } from "./chips";
import {
  incidentCategories,
  incidentShown,
  incidentsExport,
  incidentsQuery,
  kindsShown,
} from "./incident.queries";
import { incidentCategory, incidentKind, incidentState, incidentText } from "./incident.text";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import { known, type RegisterSearch } from "./register.search";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<SecurityIncident>[] {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const category = useText(incidentCategory);
  const kind = useText(incidentKind);
  const state = useText(incidentState);
  const style = useDayStyle();
  return useMemo(
    () => [
      nameColumn(contract, "security-incidents", {
        key: "number",
        title: t("number"),
        text: ({ number }) => number,
      }),
      {
        key: "noticed_at",
        title: t("noticedAt"),
        width: 150,
        text: (row) => printInstant(row.noticed_at, style),
      },
      { key: "category", title: t("category"), width: 170, text: (row) => category(row.category) },
      { key: "kind", title: t("kind"), width: 150, text: (row) => kind(row.kind) },
      { key: "title", title: t("subject"), width: 320, text: ({ title }) => title },
      {
        key: "state",
        title: shared("state"),
        width: 140,
        text: (row) => state(row.state),
        render: (row) => <IncidentStateChip state={row.state} />,
      },
      {
        key: "report_late",
        title: t("late"),
        width: 150,
        text: (row) => (row.report_late ? t("late") : ""),
        render: (row) => <LateReportChip incident={row} />,
      },
      { key: "place", title: t("place"), width: 190, text: ({ place }) => place },
      { key: "entered_by", title: t("enteredBy"), width: 140, text: (row) => row.entered_by },
    ],
    [t, shared, category, kind, state, contract, style],
  );
}

export default function IncidentListPage() {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/security-incidents" });
  const columns = useColumns(contract);
  const sees = may("view_security_incident");
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          {sees && (
            <>
              <a {...buttonLook("outline", "sm")} href={incidentsExport(contract, search)}>
                {shared("export")}
              </a>
              <Button size="sm" onClick={() => window.print()}>
                {shared("print")}
              </Button>
            </>
          )}
          {may("report_security_incident") && (
            <Link
              {...buttonLook("solid", "sm")}
              to="/contracts/$contract/security-incidents/new"
              params={{ contract }}
            >
              {t("report")}
            </Link>
          )}
        </>
      }
    >
      {sees ? (
        <>
          <Filters search={search} />
          <Register
            contract={contract}
            kind="security-incidents"
            label={t("title")}
            query={incidentsQuery(contract, search)}
            columns={columns}
          />
        </>
      ) : (
        <Banner tone="info">{t("onlyReport")}</Banner>
      )}
    </RegisterFrame>
  );
}

function Filters({ search }: { search: RegisterSearch }) {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const category = useText(incidentCategory);
  const kind = useText(incidentKind);
  const state = useText(incidentState);
  const navigate = useNavigate({ from: "/contracts/$contract/security-incidents" });
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const all = { value: "", label: shared("all") };
  return (
    <search className="filters no-print">
      <FilterSelect
        label={t("category")}
        value={search.category ?? ""}
        options={[all, ...incidentCategories.map((value) => ({ value, label: category(value) }))]}
        onChange={(value) => change({ category: value || undefined, kind: undefined })}
      />
      <FilterSelect
        label={t("kind")}
        value={search.kind ?? ""}
        options={[
          all,
          ...kindsShown(known(search.category, incidentCategories)).map((value) => ({
            value,
            label: kind(value),
          })),
        ]}
        onChange={(value) => change({ kind: value || undefined })}
      />
      <FilterSelect
        label={shared("state")}
        value={search.state ?? ""}
        options={[
          all,
          ...incidentShown.map((value) => ({
            value,
            label: value === "open" ? t("openOnly") : state(value),
          })),
        ]}
        onChange={(value) => change({ state: value || undefined })}
      />
      <TypedFilter
        label={t("from")}
        hint={t("dayHint")}
        value={search.from ?? ""}
        onChange={(value) => change({ from: value || undefined })}
      />
      <TypedFilter
        label={t("until")}
        hint={t("dayHint")}
        value={search.until ?? ""}
        onChange={(value) => change({ until: value || undefined })}
      />
    </search>
  );
}
