import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { statusWord, useContract } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Contract, WorkRequestStatus } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { dayStyle, printDay } from "../../lib/wareki";
import { ImportDesk } from "../../parts/import/ImportDesk";
import { buttonLook } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { exportUrl } from "./request.queries";
import { requestText } from "./request.text";

const stale = ["requests", "request", "request-events", "today", "quotas"];

export default function ImportPage() {
  const t = useText(requestText);
  const contract = useContract();
  const may = useMay(contract.id);
  const printed = usePrinted(contract);
  const { import: id = "" } = useSearch({ from: "/inside/contracts/$contract/requests/import" });
  const navigate = useNavigate({ from: "/contracts/$contract/requests/import" });
  const list = { to: "/contracts/$contract/requests", params: { contract: contract.id } } as const;
  return (
    <Page
      title={t("importTitle")}
      trail={[
        <Link key="list" {...list}>
          {t("listTitle")}
        </Link>,
      ]}
    >
      <ImportDesk
        into={{ contract: contract.id, ledger: "work-requests" }}
        id={id}
        onOpen={(next) => void navigate({ search: next ? { import: next } : {} })}
        stale={stale}
        title={t("importTitle")}
        thing={t("importThing")}
        lead={t("importLead")}
        printed={printed}
        form={
          may("export_work_request") && (
            <a href={exportUrl(contract.id, "specimen", "xlsx", {})}>{t("importForm")}</a>
          )
        }
        toList={
          <Link {...buttonLook("solid")} {...list}>
            {t("importToList")}
          </Link>
        }
      />
    </Page>
  );
}

/** Days and states come as keys; they are shown as the list prints them. */
function usePrinted(contract: Contract): (column: string, value: string) => string {
  const say = useSay();
  return (column, value) => {
    if (value === "") return "";
    if (column === "status") return say(statusWord(contract, value as WorkRequestStatus));
    return column.endsWith("_on") ? printDay(value, dayStyle(contract.date_style)) : value;
  };
}
