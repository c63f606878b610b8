import { useMutation, useQueryClient } from "@tanstack/react-query";
import { today } from "../../api/session";
import type { Visit, VisitFinding } from "../../api/types";
import { dayInJapan } from "../../lib/day";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, TextAreaField, TextField } from "../../ui/Field";
import { correctFinding, enterFinding } from "./finding.queries";
import { findingKinds } from "./finding.search";
import { findingText } from "./finding.text";
import { newFinding, sentCorrection, sentFinding, type TypedFinding, typedFinding } from "./typed-finding";
import { useFindingMutation } from "./useFindingMutation";
import { refreshVisits } from "./visit.queries";

interface EnterProps {
  contract: string;
  visit: Visit;
  onClose: () => void;
}

/** Something found on a visit, entered on the day of its arrival unless another one is written. */
export function EnterFindingDialog({ contract, visit, onClose }: EnterProps) {
  const t = useText(findingText);
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (typed: TypedFinding) => enterFinding(contract, visit, sentFinding(typed)),
    onSuccess: () => refreshVisits(client, contract),
  });
  return (
    <FormDialog
      title={t("enter")}
      submit={t("enter")}
      initial={newFinding(visit.arrived_at ? dayInJapan(Date.parse(visit.arrived_at)) : today())}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <ChoiceField
            {...form.bind("kind")}
            label={t("kind")}
            required
            options={findingKinds.map((value) => ({ value, label: t(value) }))}
          />
          <FactFields form={form} />
          {form.values.kind === "question" && <AnswerFields form={form} />}
        </>
      )}
    </FormDialog>
  );
}

/** What was recorded, and the reason why it is changed. */
export function CorrectDialog({
  contract,
  finding,
  onClose,
}: {
  contract: string;
  finding: VisitFinding;
  onClose: () => void;
}) {
  const t = useText(findingText);
  const mutation = useFindingMutation(contract, finding, (row, typed: Parameters<typeof sentCorrection>[0]) =>
    correctFinding(contract, row, sentCorrection(typed)),
  );
  return (
    <FormDialog
      title={t("doCorrect")}
      submit={t("doCorrect")}
      initial={typedFinding(finding)}
      mutation={mutation}
      input={(values) => values}
      done={message(findingText, "saved")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <p className="quiet">{t("correctAbout")}</p>
          <FactFields form={form as unknown as FormOf<TypedFinding>} />
          {finding.kind === "question" && <AnswerFields form={form as unknown as FormOf<TypedFinding>} />}
          {finding.replied_on && (
            <>
              <DateField {...form.bind("replied_on")} label={t("repliedOn")} optional />
              <TextAreaField {...form.bind("reply")} label={t("reply")} optional maxLength={2000} rows={3} />
              <TextField {...form.bind("replied_to")} label={t("repliedTo")} optional maxLength={200} />
            </>
          )}
          {finding.reported_on && (
            <>
              <DateField {...form.bind("reported_on")} label={t("reportedOn")} optional />
              <TextField {...form.bind("reported_by")} label={t("reportedBy")} optional maxLength={200} />
            </>
          )}
          {finding.done_on && (
            <>
              <DateField {...form.bind("done_on")} label={t("doneOn")} optional />
              <TextAreaField {...form.bind("done")} label={t("done")} optional maxLength={2000} rows={3} />
            </>
          )}
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

function FactFields({ form }: { form: FormOf<TypedFinding> }) {
  const t = useText(findingText);
  return (
    <>
      <TextAreaField {...form.bind("text")} label={t("text")} required maxLength={2000} rows={3} />
      <TextField
        {...form.bind("told_by")}
        label={t("toldBy")}
        hint={t("toldByHint")}
        required
        maxLength={200}
      />
      <DateField {...form.bind("found_on")} label={t("day")} hint={t("dayHint")} required />
    </>
  );
}

function AnswerFields({ form }: { form: FormOf<TypedFinding> }) {
  const t = useText(findingText);
  return (
    <>
      <ChoiceField
        {...form.bind("answered")}
        label={t("answerNow")}
        required
        options={[
          { value: "yes", label: t("answered") },
          { value: "no", label: t("promised") },
        ]}
      />
      {form.values.answered === "yes" ? (
        <TextAreaField {...form.bind("answer")} label={t("answer")} required maxLength={2000} rows={3} />
      ) : (
        <DateField {...form.bind("promised_on")} label={t("promisedOn")} required />
      )}
    </>
  );
}
