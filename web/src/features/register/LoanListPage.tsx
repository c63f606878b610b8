import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Loan } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { LoanStateChip } from "./chips";
import { DueDay } from "./DueDay";
import { exportUrl, loanKinds, loanShown, loansQuery } from "./loan.queries";
import { loanKind, loanState, loanText } from "./loan.text";
import { LendDialog } from "./loan-dialogs";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";
import { UnlentSpares } from "./UnlentSpares";

function useColumns(contract: string): GridColumn<Loan>[] {
  const t = useText(loanText);
  const shared = useText(registerText);
  const kind = useText(loanKind);
  const state = useText(loanState);
  const style = useDayStyle();
  return useMemo(() => {
    const day = (value: string | null | undefined) => (value ? printDay(value, style) : "");
    return [
      nameColumn(contract, "loans", { key: "number", title: t("number"), text: ({ number }) => number }),
      { key: "kind", title: shared("kind"), width: 130, text: (row) => kind(row.kind) },
      { key: "title", title: t("thing"), width: 190, text: ({ title }) => title },
      { key: "holder", title: t("holder"), width: 120, text: ({ holder }) => holder },
      {
        key: "state",
        title: shared("state"),
        width: 120,
        text: (row) => state(row.state),
        render: (row) => <LoanStateChip state={row.state} />,
      },
      {
        key: "due_back",
        title: t("dueBack"),
        width: 190,
        text: (row) => day(row.due_back),
        render: (row) => <DueDay day={day(row.due_back)} urgency={row.due_back_is} />,
      },
      {
        key: "next_check_on",
        title: t("nextCheck"),
        width: 190,
        text: (row) => day(row.next_check_on),
        render: (row) => <DueDay day={day(row.next_check_on)} urgency={row.next_check_is} />,
      },
      { key: "storage_place", title: t("storagePlace"), width: 140, text: (row) => row.storage_place },
      { key: "lent_on", title: t("lentOn"), width: 110, text: (row) => day(row.lent_on) },
      { key: "lent_by", title: t("lentBy"), width: 140, text: (row) => row.lent_by },
    ];
  }, [t, shared, kind, state, style, contract]);
}

export default function LoanListPage() {
  const t = useText(loanText);
  const shared = useText(registerText);
  const kind = useText(loanKind);
  const state = useText(loanState);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/loans" });
  const navigate = useNavigate({ from: "/contracts/$contract/loans" });
  const columns = useColumns(contract);
  const [lending, setLending] = useState(false);
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const word = (value: (typeof loanShown)[number]) =>
    value === "open" ? t("open") : value === "all" ? shared("all") : state(value);
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline", "sm")} href={exportUrl(contract, search)}>
            {shared("export")}
          </a>
          {may("keep_loan") && (
            <Button look="solid" size="sm" onClick={() => setLending(true)}>
              {t("lend")}
            </Button>
          )}
        </>
      }
    >
      <UnlentSpares contract={contract} />
      <search className="filters no-print">
        <SearchField
          label={shared("search")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={shared("kind")}
          value={search.kind ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...loanKinds.map((value) => ({ value, label: kind(value) })),
          ]}
          onChange={(value) => change({ kind: value || undefined })}
        />
        <FilterSelect
          label={shared("state")}
          value={search.state ?? "open"}
          options={loanShown.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => change({ state: value === "open" ? undefined : value })}
        />
      </search>
      <Register
        contract={contract}
        kind="loans"
        label={t("title")}
        query={loansQuery(contract, search)}
        columns={columns}
      />
      {lending && <LendDialog contract={contract} onClose={() => setLending(false)} />}
    </RegisterFrame>
  );
}
