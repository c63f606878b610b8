import { today, useSession } from "../../api/session";
import type { VisitFinding } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, TextAreaField, TextField } from "../../ui/Field";
import {
  finishFinding,
  instructFinding,
  instructFindingAnew,
  replyToFinding,
  reportFinding,
  takeFindingBack,
} from "./finding.queries";
import { findingText } from "./finding.text";
import { useFindingMutation } from "./useFindingMutation";

interface Props {
  contract: string;
  finding: VisitFinding;
  onClose: () => void;
}

export function ReplyDialog({ contract, finding, onClose }: Props) {
  const t = useText(findingText);
  const mutation = useFindingMutation(
    contract,
    finding,
    (row, body: { replied_on: string; reply: string; replied_to: string }) =>
      replyToFinding(contract, row, body),
  );
  return (
    <FormDialog
      title={t("doReply")}
      submit={t("doReply")}
      initial={{ replied_on: today(), reply: "", replied_to: finding.told_by }}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("replied_on")} label={t("repliedOn")} required />
          <TextAreaField {...form.bind("reply")} label={t("reply")} required maxLength={2000} rows={3} />
          <TextField {...form.bind("replied_to")} label={t("repliedTo")} required maxLength={200} />
        </>
      )}
    </FormDialog>
  );
}

export function ReportDialog({ contract, finding, onClose }: Props) {
  const t = useText(findingText);
  const { person } = useSession();
  const mutation = useFindingMutation(
    contract,
    finding,
    (row, body: { reported_on: string; reported_by: string }) => reportFinding(contract, row, body),
  );
  return (
    <FormDialog
      title={t("doReport")}
      submit={t("doReport")}
      initial={{ reported_on: today(), reported_by: person.name }}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("reported_on")} label={t("reportedOn")} required />
          <TextField {...form.bind("reported_by")} label={t("reportedBy")} required maxLength={200} />
        </>
      )}
    </FormDialog>
  );
}

interface TypedInstruction {
  instructed_on: string;
  instruction: string;
  asks: "yes" | "no";
}

const sentInstruction = <T extends TypedInstruction>({ asks, ...typed }: T) => ({
  ...typed,
  asks: asks === "yes",
});

function InstructionFields({ form }: { form: FormOf<TypedInstruction> }) {
  const t = useText(findingText);
  return (
    <>
      <DateField {...form.bind("instructed_on")} label={t("instructedOn")} required />
      <TextAreaField
        {...form.bind("instruction")}
        label={t("instruction")}
        required
        maxLength={2000}
        rows={3}
      />
      <ChoiceField
        {...form.bind("asks")}
        label={t("asks")}
        required
        options={[
          { value: "yes", label: t("asksYes") },
          { value: "no", label: t("asksNo") },
        ]}
      />
    </>
  );
}

export function InstructDialog({ contract, finding, onClose }: Props) {
  const t = useText(findingText);
  const mutation = useFindingMutation(contract, finding, (row, typed: TypedInstruction) =>
    instructFinding(contract, row, sentInstruction(typed)),
  );
  const initial: TypedInstruction = { instructed_on: today(), instruction: "", asks: "yes" };
  return (
    <FormDialog
      title={t("doInstruct")}
      submit={t("doInstruct")}
      initial={initial}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
    >
      {(form) => <InstructionFields form={form} />}
    </FormDialog>
  );
}

export function InstructAnewDialog({ contract, finding, onClose }: Props) {
  const t = useText(findingText);
  const mutation = useFindingMutation(
    contract,
    finding,
    (row, typed: TypedInstruction & { reason: string }) =>
      instructFindingAnew(contract, row, sentInstruction(typed)),
  );
  const initial: TypedInstruction & { reason: string } = {
    instructed_on: finding.instructed_on ?? today(),
    instruction: finding.instruction,
    asks: finding.asks ? "yes" : "no",
    reason: "",
  };
  return (
    <FormDialog
      title={t("doInstructAnew")}
      submit={t("doInstructAnew")}
      initial={initial}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <InstructionFields form={form as unknown as FormOf<TypedInstruction>} />
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

export function FinishDialog({ contract, finding, onClose }: Props) {
  const t = useText(findingText);
  const mutation = useFindingMutation(contract, finding, (row, body: { done_on: string; done: string }) =>
    finishFinding(contract, row, body),
  );
  return (
    <FormDialog
      title={t("doFinish")}
      submit={t("doFinish")}
      initial={{ done_on: today(), done: "" }}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("done_on")} label={t("doneOn")} required />
          <TextAreaField {...form.bind("done")} label={t("done")} required maxLength={2000} rows={3} />
        </>
      )}
    </FormDialog>
  );
}

export function TakeBackDialog({ contract, finding, onClose }: Props) {
  const t = useText(findingText);
  const mutation = useFindingMutation(contract, finding, (row, reason: string) =>
    takeFindingBack(contract, row, reason),
  );
  return (
    <FormDialog
      title={t("doTakeBack")}
      submit={t("doTakeBack")}
      danger
      initial={{ reason: "" }}
      mutation={mutation}
      input={({ reason }) => reason}
      done={message(findingText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="quiet">{t("takeBackAbout")}</p>
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
