import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import type { Installation } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { QuotaBars } from "../../ui/QuotaBars";
import { FilterSelect } from "../../ui/SearchField";
import { InstallationStateChip } from "./chips";
import {
  installationKinds,
  installationShown,
  installationsQuery,
  installationsUrl,
  installationTermsQuery,
} from "./installation.queries";
import { installationKind, installationState, installationText } from "./installation.text";
import { PlanDialog } from "./installation-dialogs";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<Installation>[] {
  const t = useText(installationText);
  const kind = useText(installationKind);
  const state = useText(installationState);
  const style = useDayStyle();
  return useMemo(() => {
    const day = (value: string | null | undefined) => (value ? printDay(value, style) : "");
    return [
      nameColumn(contract, "installations", {
        key: "number",
        title: t("number"),
        text: ({ number }) => number,
      }),
      { key: "kind", title: t("kind"), width: 130, text: (row) => kind(row.kind) },
      {
        key: "state",
        title: t("state"),
        width: 150,
        text: (row) => state(row.state),
        render: (row) => <InstallationStateChip state={row.state} />,
      },
      { key: "planned_on", title: t("plannedOn"), width: 120, text: (row) => day(row.planned_on) },
      { key: "site", title: t("site"), width: 200, text: ({ site }) => site },
      {
        key: "count",
        title: t("units"),
        width: 90,
        text: ({ units }) => t("unitCount", { count: units.length }),
      },
      {
        key: "units",
        title: t("unitsChosen"),
        width: 240,
        text: ({ units }) => units.map(({ number }) => number).join("、"),
      },
      {
        key: "due_back",
        title: t("dueBack"),
        width: 170,
        text: (row) => (row.late ? `${day(row.due_back)} ${t("late")}` : day(row.due_back)),
      },
      { key: "last_on", title: t("lastOn"), width: 120, text: (row) => day(row.last_on) },
    ];
  }, [t, kind, state, style, contract]);
}

export default function InstallationListPage() {
  const t = useText(installationText);
  const shared = useText(registerText);
  const kind = useText(installationKind);
  const state = useText(installationState);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/installations" });
  const navigate = useNavigate({ from: "/contracts/$contract/installations" });
  const columns = useColumns(contract);
  const { data: terms } = useQuery(installationTermsQuery(contract));
  const [planning, setPlanning] = useState(false);
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const word = (value: (typeof installationShown)[number]) =>
    value === "all" ? shared("all") : value === "open" ? t("openOnes") : state(value);
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline", "sm")} href={installationsUrl(contract, search)}>
            {shared("export")}
          </a>
          {terms?.may_keep && (
            <Button look="solid" size="sm" onClick={() => setPlanning(true)}>
              {t("plan")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet no-print">{terms?.kinds.length === 0 ? t("none") : t("about")}</p>
      {terms && terms.quotas.length > 0 && <QuotaBars items={terms.quotas} runs={{ actual: 0 }} />}
      <search className="filters no-print">
        <FilterSelect
          label={t("kind")}
          value={search.kind ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...installationKinds.map((value) => ({ value, label: kind(value) })),
          ]}
          onChange={(value) => change({ kind: value || undefined })}
        />
        <FilterSelect
          label={t("state")}
          value={search.state ?? "all"}
          options={installationShown.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => change({ state: value === "all" ? undefined : value })}
        />
      </search>
      <Register
        contract={contract}
        kind="installations"
        label={t("title")}
        query={installationsQuery(contract, search)}
        columns={columns}
      />
      {planning && terms && (
        <PlanDialog contract={contract} kinds={terms.kinds} onClose={() => setPlanning(false)} />
      )}
    </RegisterFrame>
  );
}
