import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useContractId, useDayStyle } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import type { Medium } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { printInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Loading } from "../../ui/Page";
import { CheckChip, MediumStateChip } from "./chips";
import { Filters, SearchFilter, SelectFilter } from "./Filters";
import { Ledger } from "./Ledger";
import { MediumDialog } from "./MediumDialog";
import { checkRequiredQuery, mediaQuery, mediumStates } from "./media.queries";
import { checkState, mediaText, mediumKind, mediumState } from "./media.text";
import { RegisterFrame } from "./RegisterFrame";
import { useRows } from "./register.queries";
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
      {
        key: "label",
        title: t("label"),
        width: 110,
        frozen: true,
        text: ({ label }) => label,
        render: ({ id, label }) => (
          <Link to="/contracts/$contract/media/$medium" params={{ contract, medium: id }}>
            {label}
          </Link>
        ),
      },
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
      <Filters>
        <SearchFilter value={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
        <SelectFilter
          label={shared("state")}
          value={search.state ?? ""}
          none={shared("all")}
          options={mediumStates.map((value) => ({ value, label: word(value) }))}
          onChange={(state) => change({ state: state || undefined })}
        />
      </Filters>
      <Rows contract={contract} search={search} />
      {registering && <MediumDialog contract={contract} onClose={() => setRegistering(false)} />}
    </RegisterFrame>
  );
}

function Rows({ contract, search }: { contract: string; search: RegisterSearch }) {
  const t = useText(mediaText);
  const navigate = useNavigate();
  const { rows, complete, list } = useRows(mediaQuery(contract, search));
  const columns = useColumns(contract);
  const open = useCallback(
    ({ id }: Medium) =>
      void navigate({ to: "/contracts/$contract/media/$medium", params: { contract, medium: id } }),
    [navigate, contract],
  );
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  return <Ledger label={t("title")} rows={rows} complete={complete} columns={columns} onOpen={open} />;
}
