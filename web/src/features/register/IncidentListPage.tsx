import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import type { SecurityIncident } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { buttonLook } from "../../ui/Button";
import { Loading } from "../../ui/Page";
import { IncidentStateChip } from "./chips";
import { Filters, SelectFilter } from "./Filters";
import { incidentStates, incidentsQuery } from "./incident.queries";
import { incidentKind, incidentState, incidentText } from "./incident.text";
import { Ledger } from "./Ledger";
import { RegisterFrame } from "./RegisterFrame";
import { useRows } from "./register.queries";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<SecurityIncident>[] {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const kind = useText(incidentKind);
  const state = useText(incidentState);
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
          <Link to="/contracts/$contract/security-incidents/$incident" params={{ contract, incident: id }}>
            {number}
          </Link>
        ),
      },
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
          <Filters>
            <SelectFilter
              label={shared("state")}
              value={search.state ?? ""}
              none={shared("all")}
              options={incidentStates.map((value) => ({ value, label: word(value) }))}
              onChange={(state) => void navigate({ search: { state: state || undefined }, replace: true })}
            />
          </Filters>
          <Rows contract={contract} search={search} />
        </>
      ) : (
        <Banner tone="info">{t("onlyReport")}</Banner>
      )}
    </RegisterFrame>
  );
}

function Rows({ contract, search }: { contract: string; search: RegisterSearch }) {
  const t = useText(incidentText);
  const navigate = useNavigate();
  const { rows, complete, list } = useRows(incidentsQuery(contract, search));
  const columns = useColumns(contract);
  const open = useCallback(
    ({ id }: SecurityIncident) =>
      void navigate({
        to: "/contracts/$contract/security-incidents/$incident",
        params: { contract, incident: id },
      }),
    [navigate, contract],
  );
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  return <Ledger label={t("title")} rows={rows} complete={complete} columns={columns} onOpen={open} />;
}
