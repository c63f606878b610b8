import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Loading } from "../../ui/Page";
import { ConfirmButton } from "./ConfirmButton";
import { Filters } from "./Filters";
import { PremisesFrame } from "./PremisesFrame";
import { insideQuery, mostConfirmed, pastQuery, recordsExport } from "./premises.queries";
import type { PremisesSearch } from "./premises.search";
import { premisesText } from "./premises.text";
import { RecordTable } from "./RecordTable";
import { EnterDialog } from "./record-dialogs";

/** Who is inside now, above everybody who was. */
export default function RecordsPage() {
  const t = useText(premisesText);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/premises" });
  const navigate = useNavigate({ from: "/contracts/$contract/premises" });
  const [entering, setEntering] = useState(false);
  const change = (part: PremisesSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <PremisesFrame
      site={search.site}
      actions={
        <>
          {may("keep_premises") && (
            <Button look="solid" onClick={() => setEntering(true)}>
              {t("enter")}
            </Button>
          )}
          <a {...buttonLook("outline")} href={recordsExport(contract, search)}>
            {t("export")}
          </a>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t("recordsAbout")}</p>
        <Filters contract={contract} search={search} change={change} by="room" />
        <Inside contract={contract} search={search} />
        <Past contract={contract} search={search} />
      </div>
      {entering && <EnterDialog contract={contract} site={search.site} onClose={() => setEntering(false)} />}
    </PremisesFrame>
  );
}

function Inside({ contract, search }: { contract: string; search: PremisesSearch }) {
  const t = useText(premisesText);
  const { data } = useSuspenseQuery(insideQuery(contract, search));
  return (
    <Block title={t("inside")}>
      {data.items.length === 0 ? (
        <p className="quiet">{t("nobodyInside")}</p>
      ) : (
        <RecordTable contract={contract} caption={t("inside")} records={data.items} />
      )}
    </Block>
  );
}

function Past({ contract, search }: { contract: string; search: PremisesSearch }) {
  const t = useText(premisesText);
  const list = useInfiniteQuery({ ...pastQuery(contract, search), placeholderData: (before) => before });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const records = list.data.pages.flatMap(({ items }) => items);
  const unseen = records
    .filter(({ may_confirm, seen, version }) => may_confirm && seen?.version !== version)
    .slice(0, mostConfirmed);
  return (
    <Block title={t("past")}>
      {unseen.length > 0 && (
        <p className="no-print">
          <ConfirmButton contract={contract} records={unseen}>
            {t("confirmAll", { count: unseen.length })}
          </ConfirmButton>
        </p>
      )}
      {records.length === 0 ? (
        <p className="quiet">{t("noRecords")}</p>
      ) : (
        <RecordTable contract={contract} caption={t("past")} records={records} />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Block>
  );
}
