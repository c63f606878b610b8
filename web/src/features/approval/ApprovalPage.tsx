import { sayInstant } from "../../lib/wareki";
import "./approval.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { ApprovalDetail } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { Attachments } from "../../parts/Attachments";
import { Button } from "../../ui/Button";
import { Block, Page } from "../../ui/Page";
import { ToInbox } from "./ApprovalFrame";
import { Asked } from "./Asked";
import { approvalQuery } from "./approval.queries";
import { approvalText } from "./approval.text";
import { DecideForm } from "./DecideForm";
import { History } from "./History";
import { StandingChip } from "./StandingChip";
import { Steps } from "./Steps";
import { WithdrawDialog } from "./WithdrawDialog";

/** One application: what is asked, who decides it and how, and what became of it. */
export default function ApprovalPage() {
  const t = useText(approvalText);
  const say = useSay();
  const contract = useContractId();
  const { approval: id } = useParams({ from: "/inside/contracts/$contract/approvals/$approval" });
  const { data: detail } = useSuspenseQuery(approvalQuery(contract, id));
  const { approval, can_decide, can_attach, cannot_decide, answer_due } = detail;
  return (
    <Page
      title={`${approval.number} ${approval.title}`}
      trail={[<ToInbox key="inbox" />]}
      actions={<Actions contract={contract} detail={detail} />}
    >
      <div className="approval-columns">
        <div className="stack">
          <Block title={t("details")}>
            <Asked contract={contract} approval={approval} />
          </Block>
          <Block title={t("steps")}>
            <Steps detail={detail} />
            {answer_due && <p>{t("answerDue", { at: sayInstant(answer_due) })}</p>}
            {cannot_decide && <p className="approval-note">{say(cannot_decide)}</p>}
          </Block>
        </div>
        <div className="stack">
          {can_decide && (
            <Block title={t("decide")}>
              <DecideForm contract={contract} detail={detail} />
            </Block>
          )}
          <Block title={t("evidence")}>
            <Attachments row={{ contract, ledger: "approvals", id }} mayAdd={can_attach} />
          </Block>
          <Block title={t("history")}>
            {approval.subject_kind !== "" && <p className="approval-note">{t("historyNote")}</p>}
            <History contract={contract} id={id} />
          </Block>
        </div>
      </div>
    </Page>
  );
}

function Actions({ contract, detail }: { contract: string; detail: ApprovalDetail }) {
  const t = useText(approvalText);
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <StandingChip standing={detail.approval.standing} />
      {detail.can_withdraw && <Button onClick={() => setWithdrawing(true)}>{t("withdraw")}</Button>}
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {withdrawing && (
        <WithdrawDialog contract={contract} detail={detail} onClose={() => setWithdrawing(false)} />
      )}
    </>
  );
}
