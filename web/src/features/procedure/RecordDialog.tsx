import type { StepResult } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { ChoiceField, TextAreaField, TextField } from "../../ui/Field";
import type { NewRecord } from "./job.queries";
import { jobText } from "./procedure.text";
import { type Line, results } from "./sheet";

interface Props {
  line: Line;
  result: StepResult;
  busy: boolean;
  error: unknown;
  onSubmit: (record: Omit<NewRecord, "version_id" | "step" | "device_id">) => Promise<void>;
  onClose: () => void;
}

interface Values {
  result: StepResult;
  note: string;
  done_by: string;
  reason: string;
}

/** What △ × － and corrections need besides the sign. */
export function RecordDialog({ line, result, busy, error, onSubmit, onClose }: Props) {
  const t = useText(jobText);
  const { record, step } = line;
  return (
    <FormDialog
      title={record ? t("correctTitle", { step: step.number }) : t("recordTitle", { step: step.number })}
      submit={record ? t("correct") : t("record")}
      initial={{ result, note: "", done_by: record?.done_by ?? "", reason: "" } as Values}
      validate={({ result: chosen, note, reason }) => ({
        ...(chosen !== "done" && note.trim() === "" && { note: message(jobText, "enterNote") }),
        ...(record && reason.trim() === "" && { reason: message(jobText, "enterReason") }),
      })}
      mutation={{ isPending: busy, error, mutateAsync: onSubmit }}
      input={({ result: chosen, note, done_by, reason }) => ({
        result: chosen,
        note: note.trim(),
        ...(done_by.trim() && { done_by: done_by.trim() }),
        ...(record && { replaces: record.id, reason: reason.trim() }),
      })}
      onDone={() => undefined}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="preview-text">{step.number === 0 ? t("implied") : step.text}</p>
          {record && <p className="quiet">{t("correctLead")}</p>}
          <ChoiceField
            {...form.bind("result")}
            label={t("result")}
            options={results
              .filter((value) => value !== "not_applicable" || !step.operation_check)
              .map((value) => ({ value, label: t(value) }))}
          />
          <TextAreaField
            {...form.bind("note")}
            label={t("note")}
            required={form.values.result !== "done"}
            rows={2}
            maxLength={2000}
          />
          {record && (
            <>
              <TextField {...form.bind("done_by")} label={t("doneBy")} required maxLength={100} />
              <TextAreaField
                {...form.bind("reason")}
                label={t("correctReason")}
                required
                rows={2}
                maxLength={1000}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
