import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { useMay } from "../../api/session";
import type { SecurityIncident } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { buttonLook } from "../../ui/Button";
import { FilterSelect } from "../../ui/SearchField";
import { IncidentStateChip } from "./chips";
import { incidentStates, incidentsQuery } from "./incident.queries";
import { incidentKind, incidentState, incidentText } from "./incident.text";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<SecurityIncident>[] {
  const t = useText(incidentText);
  const shared = useText(registerText);
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
      { key: "kind", title: t("kind"), width: 150, text: (row) => kind(row.kind) },
      { key: "title", title: t("subject"), width: 420, text: ({ title }) => title },
      {
        key: "state",
        title: shared("state"),
        width: 140,
        text: (row) => state(row.state),
        render: (row) => <IncidentStateChip state={row.state} />,
      },
      { key: "place", title: t("place"), width: 190, text: ({ place }) => place },
      { key: "entered_by", title: t("enteredBy"), width: 140, text: (row) => row.entered_by },
    ],
    [t, shared, kind, state, contract, style],
  );
}

export default function IncidentListPage() {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const word = useText(incidentState);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/security-incidents" });
  const navigate = useNavigate({ from: "/contracts/$contract/security-incidents" });
  const columns = useColumns(contract);
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        may("report_security_incident") && (
          <Link
            {...buttonLook("solid", "sm")}
            to="/contracts/$contract/security-incidents/new"
            params={{ contract }}
          >
            {t("report")}
          </Link>
        )
      }
    >
      {may("view_security_incident") ? (
        <>
          <search className="filters no-print">
            <FilterSelect
              label={shared("state")}
              value={search.state ?? ""}
              options={[
                { value: "", label: shared("all") },
                ...incidentStates.map((value) => ({ value, label: word(value) })),
              ]}
              onChange={(state) => void navigate({ search: { state: state || undefined }, replace: true })}
            />
          </search>
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
