import type { ApprovalDetail } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { TextAreaField } from "../../ui/Field";
import { useWithdraw } from "./approval.queries";
import { approvalText } from "./approval.text";

interface Props {
  contract: string;
  detail: ApprovalDetail;
  onClose: () => void;
}

export function WithdrawDialog({ contract, detail, onClose }: Props) {
  const t = useText(approvalText);
  const { number } = detail.approval;
  return (
    <FormDialog
      title={t("withdrawTitle", { number })}
      submit={t("withdraw")}
      danger
      initial={{ reason: "" }}
      mutation={useWithdraw(contract, detail)}
      input={({ reason }) => reason.trim()}
      done={message(approvalText, "withdrawn", { number })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("withdrawLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("withdrawReason")} optional maxLength={2000} />
        </>
      )}
    </FormDialog>
  );
}
