import { problemOf } from "../../api/problem";
import type { ApprovalDetail } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { TextAreaField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
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
  const withdraw = useWithdraw(contract, detail);
  const form = useForm({ initial: { reason: "" }, validate: () => ({}) });
  const submit = async () => {
    await withdraw.mutateAsync(form.values.reason.trim());
    announce(message(approvalText, "withdrawn", { number }));
    onClose();
  };
  return (
    <Dialog title={t("withdrawTitle", { number })} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => undefined);
        }}
      >
        {withdraw.isError && <ProblemBanner problem={problemOf(withdraw.error)} />}
        <p>{t("withdrawLead")}</p>
        <TextAreaField {...form.bind("reason")} label={t("withdrawReason")} optional maxLength={2000} />
        <DialogActions onCancel={onClose}>
          <Button type="submit" look="danger" busy={withdraw.isPending}>
            {t("withdraw")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
