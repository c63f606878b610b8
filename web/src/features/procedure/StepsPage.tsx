import "./procedure.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { useMay } from "../../api/session";
import { useText } from "../../lib/i18n";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Page } from "../../ui/Page";
import { JobProcedures } from "./JobProcedures";
import { jobQuery, sheetQuery, workRecordUrl } from "./job.queries";
import { PrintedSheet } from "./PrintedSheet";
import { jobText, procedureText } from "./procedure.text";
import { Sheet } from "./Sheet";

/** A job's procedures, and the sheet on which people record what they did. */
export default function StepsPage() {
  const t = useText(jobText);
  const procedure = useText(procedureText);
  const contract = useContract();
  const may = useMay(contract.id);
  const { request } = useParams({ from: "/inside/contracts/$contract/requests/$request/steps" });
  const { data: job } = useSuspenseQuery(jobQuery(contract.id, request));
  const { data: sheet } = useSuspenseQuery(sheetQuery(contract.id, request));
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/requests" params={{ contract: contract.id }}>
          {t("requests")}
        </Link>,
        <Link
          key="request"
          to="/contracts/$contract/requests/$request"
          params={{ contract: contract.id, request }}
        >
          {sheet.number} {sheet.title}
        </Link>,
      ]}
      actions={
        <>
          {may("export_work_request") && (
            <a {...buttonLook("outline")} href={workRecordUrl(contract.id, request)} download>
              {t("workRecord")}
            </a>
          )}
          <Button onClick={() => window.print()}>{procedure("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="print-only">
          {sheet.number} {sheet.title}
        </p>
        <Block title={t("followed")} count={job.followed.length}>
          <JobProcedures contract={contract} request={request} job={job} />
        </Block>
        <div className="no-print">
          <Block title={t("sheet")}>
            {sheet.parts.length === 0 ? (
              <p className="quiet">{t("noSheet")}</p>
            ) : (
              <Sheet contract={contract.id} request={request} sheet={sheet} />
            )}
          </Block>
        </div>
        <PrintedSheet sheet={sheet} />
      </div>
    </Page>
  );
}
