import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Licence } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { count } from "../../lib/count";
import { useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { LicenceStateChip } from "./chips";
import { DueDay } from "./DueDay";
import { exportUrl, licenceShown, licencesQuery } from "./licence.queries";
import { licenceKind, licencePayer, licenceState, licenceText } from "./licence.text";
import { EnterDialog } from "./licence-dialogs";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<Licence>[] {
  const t = useText(licenceText);
  const shared = useText(registerText);
  const kind = useText(licenceKind);
  const state = useText(licenceState);
  const payer = useText(licencePayer);
  const style = useDayStyle();
  return useMemo(() => {
    const day = (value: string | null | undefined) => (value ? printDay(value, style) : "");
    const lastDay = (row: Licence) => day(row.valid_until) || t("withoutEnd");
    return [
      nameColumn(contract, "licences", {
        key: "number",
        title: t("number"),
        text: ({ number }) => String(number),
      }),
      { key: "software", title: t("software"), width: 220, text: ({ software }) => software },
      { key: "edition", title: t("edition"), width: 110, text: ({ edition }) => edition },
      {
        key: "state",
        title: shared("state"),
        width: 100,
        text: (row) => state(row.state),
        render: (row) => <LicenceStateChip state={row.state} />,
      },
      {
        key: "valid_until",
        title: t("validUntil"),
        width: 210,
        text: lastDay,
        render: (row) => <DueDay day={lastDay(row)} urgency={row.valid_until_is} />,
      },
      { key: "quantity", title: t("quantity"), width: 90, align: "end", text: (row) => count(row.quantity) },
      { key: "kind", title: shared("kind"), width: 110, text: (row) => kind(row.kind) },
      { key: "publisher", title: t("publisher"), width: 160, text: (row) => row.publisher },
      { key: "licensee", title: t("licensee"), width: 140, text: (row) => row.licensee },
      {
        key: "payer",
        title: t("payer"),
        width: 150,
        text: (row) => row.payer_name || payer(row.payer),
      },
      { key: "purpose", title: t("purpose"), width: 240, text: (row) => row.purpose },
      { key: "request", title: t("request"), width: 120, text: (row) => row.request_number },
      { key: "obtained_on", title: t("obtainedOn"), width: 110, text: (row) => day(row.obtained_on) },
    ];
  }, [t, shared, kind, state, payer, style, contract]);
}

export default function LicenceListPage() {
  const t = useText(licenceText);
  const shared = useText(registerText);
  const state = useText(licenceState);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/licences" });
  const navigate = useNavigate({ from: "/contracts/$contract/licences" });
  const columns = useColumns(contract);
  const [entering, setEntering] = useState(false);
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const word = (value: (typeof licenceShown)[number]) => {
    if (value === "all") return shared("all");
    return value === "ending" ? t("soon") : state(value);
  };
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline", "sm")} href={exportUrl(contract, search)}>
            {shared("export")}
          </a>
          {may("keep_licence") && (
            <Button look="solid" size="sm" onClick={() => setEntering(true)}>
              {t("enter")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">{t("about")}</p>
      <search className="filters no-print">
        <SearchField
          label={shared("search")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={shared("state")}
          value={search.state ?? "in_force"}
          options={licenceShown.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => change({ state: value === "in_force" ? undefined : value })}
        />
      </search>
      <Register
        contract={contract}
        kind="licences"
        label={t("title")}
        query={licencesQuery(contract, search)}
        columns={columns}
      />
      {entering && <EnterDialog contract={contract} onClose={() => setEntering(false)} />}
    </RegisterFrame>
  );
}
