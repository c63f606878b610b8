import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import type { Repair } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { RepairStateChip } from "./chips";
import { faultQuery } from "./incident.queries";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";
import { repairShown, repairsQuery, repairsUrl, repairTermsQuery } from "./repair.queries";
import { repairState, repairText } from "./repair.text";
import { OpenRepairDialog } from "./repair-dialogs";

function useColumns(contract: string): GridColumn<Repair>[] {
  const t = useText(repairText);
  const state = useText(repairState);
  const style = useDayStyle();
  return useMemo(() => {
    const day = (value: string | null | undefined) => (value ? printDay(value, style) : "");
    return [
      nameColumn(contract, "repairs", { key: "number", title: t("number"), text: ({ number }) => number }),
      { key: "device_number", title: t("device"), width: 110, text: (row) => row.device_number },
      { key: "model", title: t("model"), width: 220, text: ({ model }) => model },
      {
        key: "state",
        title: t("state"),
        width: 150,
        text: (row) => state(row.state),
        render: (row) => <RepairStateChip state={row.state} />,
      },
      { key: "failed_on", title: t("failedOn"), width: 120, text: (row) => day(row.failed_on) },
      { key: "symptom", title: t("symptom"), width: 240, text: ({ symptom }) => symptom },
      { key: "spare_number", title: t("spare"), width: 150, text: (row) => row.spare_number },
      { key: "warranty_until", title: t("warranty"), width: 150, text: (row) => day(row.warranty_until) },
      { key: "last_on", title: t("lastOn"), width: 120, text: (row) => day(row.last_on) },
    ];
  }, [t, state, style, contract]);
}

export default function RepairListPage() {
  const t = useText(repairText);
  const shared = useText(registerText);
  const state = useText(repairState);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/repairs" });
  const navigate = useNavigate({ from: "/contracts/$contract/repairs" });
  const columns = useColumns(contract);
  const { data: terms } = useQuery(repairTermsQuery(contract));
  const [entering, setEntering] = useState(false);
  const { data: fault } = useQuery({
    ...faultQuery(contract, search.fault ?? ""),
    enabled: search.fault !== undefined,
  });
  const begun = search.fault === undefined ? entering : fault !== undefined && terms?.may_keep === true;
  const close = () => {
    setEntering(false);
    if (search.fault !== undefined) change({ fault: undefined });
  };
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const word = (value: (typeof repairShown)[number]) =>
    value === "open" ? t("openOnes") : value === "all" ? shared("all") : state(value);
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline", "sm")} href={repairsUrl(contract, search)}>
            {shared("export")}
          </a>
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/repairs/stock"
            params={{ contract }}
          >
            {t("stock")}
          </Link>
          {terms?.may_keep && (
            <Button look="solid" size="sm" onClick={() => setEntering(true)}>
              {t("open")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet no-print">{terms && !terms.has_repairs ? t("none") : t("about")}</p>
      <search className="filters no-print">
        <SearchField
          label={shared("search")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={t("state")}
          value={search.state ?? "open"}
          options={repairShown.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => change({ state: value === "open" ? undefined : value })}
        />
      </search>
      <Register
        contract={contract}
        kind="repairs"
        label={t("title")}
        query={repairsQuery(contract, search)}
        columns={columns}
      />
      {begun && <OpenRepairDialog contract={contract} fault={fault} onClose={close} />}
    </RegisterFrame>
  );
}
