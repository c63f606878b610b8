import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Medium } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { CheckChip, MediumStateChip } from "./chips";
import { MediumDialog } from "./MediumDialog";
import { checkRequiredQuery, mediaQuery, mediumStates } from "./media.queries";
import { checkState, mediaText, mediumKind, mediumState } from "./media.text";
import { nameColumn, Register } from "./Register";
import { RegisterFrame } from "./RegisterFrame";
import type { RegisterSearch } from "./register.search";
import { registerText } from "./register.text";

function useColumns(contract: string): GridColumn<Medium>[] {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const kind = useText(mediumKind);
  const state = useText(mediumState);
  const check = useText(checkState);
  const style = useDayStyle();
  return useMemo(
    () => [
      nameColumn(contract, "media", { key: "label", title: t("label"), text: ({ label }) => label }),
      { key: "kind", title: t("kind"), width: 110, text: (row) => kind(row.kind) },
      { key: "name", title: t("name"), width: 170, text: ({ name }) => name },
      {
        key: "check",
        title: t("check"),
        width: 150,
        text: (row) => check(row.check),
        render: (row) => <CheckChip check={row.check} />,
      },
      {
        key: "state",
        title: shared("state"),
        width: 128,
        text: (row) => state(row.state),
        render: (row) => <MediumStateChip state={row.state} />,
      },
      { key: "holder", title: t("holder"), width: 120, text: ({ holder }) => holder },
      { key: "storage_place", title: t("storagePlace"), width: 140, text: (row) => row.storage_place },
      { key: "keeper", title: t("keeper"), width: 120, text: ({ keeper }) => keeper },
      {
        key: "checked_at",
        title: t("checkedAt"),
        width: 150,
        text: (row) => (row.checked_at ? printInstant(row.checked_at, style) : ""),
      },
      {
        key: "recovery",
        title: t("recovery"),
        width: 100,
        text: ({ recovery }) => (recovery ? "○" : ""),
      },
    ],
    [t, shared, kind, state, check, contract, style],
  );
}

export default function MediaPage() {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const word = useText(mediumState);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/media" });
  const navigate = useNavigate({ from: "/contracts/$contract/media" });
  const columns = useColumns(contract);
  const [registering, setRegistering] = useState(false);
  const { data: required } = useQuery(checkRequiredQuery(contract));
  const change = (part: RegisterSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <>
          <a
            {...buttonLook("outline", "sm")}
            href={`/api/v1/contracts/${encodeURIComponent(contract)}/media/export`}
          >
            {shared("export")}
          </a>
          {may("keep_media") && (
            <Button look="solid" size="sm" onClick={() => setRegistering(true)}>
              {t("register")}
            </Button>
          )}
        </>
      }
    >
      {required && <Banner tone="info">{t("required")}</Banner>}
      <search className="filters no-print">
        <SearchField
          label={shared("search")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={shared("state")}
          value={search.state ?? ""}
          options={[
            { value: "", label: shared("all") },
            ...mediumStates.map((value) => ({ value, label: word(value) })),
          ]}
          onChange={(state) => change({ state: state || undefined })}
        />
      </search>
      <Register
        contract={contract}
        kind="media"
        label={t("title")}
        query={mediaQuery(contract, search)}
        columns={columns}
      />
      {registering && <MediumDialog contract={contract} onClose={() => setRegistering(false)} />}
    </RegisterFrame>
  );
}
