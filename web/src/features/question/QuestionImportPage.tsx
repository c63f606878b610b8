import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { useMay } from "../../api/session";
import { useText } from "../../lib/i18n";
import { ImportDesk } from "../../parts/import/ImportDesk";
import { buttonLook } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { exportUrl, stale } from "./question.queries";
import { questionText } from "./question.text";

const asWritten = (_: string, value: string): string => value;

export default function QuestionImportPage() {
  const t = useText(questionText);
  const contract = useContract();
  const may = useMay(contract.id);
  const { import: id = "" } = useSearch({ from: "/inside/contracts/$contract/questions/import" });
  const navigate = useNavigate({ from: "/contracts/$contract/questions/import" });
  const list = { to: "/contracts/$contract/questions", params: { contract: contract.id } } as const;
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
        into={{ contract: contract.id, ledger: "questions" }}
        id={id}
        onOpen={(next) => void navigate({ search: next ? { import: next } : {} })}
        stale={stale}
        title={t("importTitle")}
        thing={t("importThing")}
        lead={t("importLead")}
        printed={asWritten}
        form={may("export_work_request") && <a href={exportUrl(contract.id, {})}>{t("importForm")}</a>}
        toList={
          <Link {...buttonLook("solid")} {...list}>
            {t("toList")}
          </Link>
        }
      />
    </Page>
  );
}
