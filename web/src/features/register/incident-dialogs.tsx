import type { SecurityIncident } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { ChoiceField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { correctionBody, correctionErrors, IncidentFields, incidentValues } from "./IncidentFields";
import {
  addEntry,
  closeIncident,
  correctIncident,
  recordFirstReport,
  reopenIncident,
} from "./incident.queries";
import { entryKind, incidentText } from "./incident.text";
import { missing, wallClockNow } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { registerText } from "./register.text";

export interface IncidentDialogProps {
  contract: string;
  incident: SecurityIncident;
  onClose: () => void;
}

type Props = IncidentDialogProps;

export const rowOf = (contract: string, { id }: SecurityIncident) => ({
  contract,
  kind: "security-incidents" as const,
  id,
});

export function CorrectIncidentDialog({ contract, incident, onClose }: Props) {
  const shared = useText(registerText);
  const t = useText(incidentText);
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={shared("correct")}
      initial={incidentValues(incident)}
      validate={correctionErrors}
      send={(values, opened) => correctIncident(contract, opened, correctionBody(values))}
      done={message(incidentText, "corrected")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <IncidentFields form={form} />
          <TextField {...form.bind("reason")} label={t("correctionReason")} required maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

export function FirstReportDialog({ contract, incident, onClose }: Props) {
  const t = useText(incidentText);
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t("recordReport")}
      initial={{ at: wallClockNow(), told_to: "", how: "" }}
      validate={(values) =>
        missing(values, {
          at: message(incidentText, "reportedAt"),
          told_to: message(incidentText, "toldTo"),
          how: message(incidentText, "how"),
        })
      }
      send={(values, opened) => recordFirstReport(contract, opened, values)}
      done={message(incidentText, "reportRecorded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField {...form.bind("at")} label={t("reportedAt")} required />
          <TextField {...form.bind("told_to")} label={t("toldTo")} required maxLength={200} />
          <TextField {...form.bind("how")} label={t("how")} hint={t("howHint")} required maxLength={200} />
        </>
      )}
    </RecordDialog>
  );
}

export function EntryDialog({ contract, incident, onClose }: Props) {
  const t = useText(incidentText);
  const kind = useText(entryKind);
  const shared = useText(registerText);
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t("addEntry")}
      initial={{ kind: "course" as "course" | "measure", at: wallClockNow(), text: "" }}
      validate={(values) =>
        missing(values, { at: message(registerText, "at"), text: message(incidentText, "text") })
      }
      send={(values, opened) => addEntry(contract, opened, values)}
      done={message(incidentText, "added")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceField<"course" | "measure">
            {...form.bind("kind")}
            label={t("entryKind")}
            options={[
              { value: "course", label: kind("course") },
              { value: "measure", label: kind("measure") },
            ]}
          />
          <MomentField {...form.bind("at")} label={shared("at")} required />
          <TextAreaField {...form.bind("text")} label={t("text")} required maxLength={5000} />
        </>
      )}
    </RecordDialog>
  );
}

export function CloseDialog({ contract, incident, onClose }: Props) {
  const t = useText(incidentText);
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t("close")}
      submit={t("close")}
      initial={{ conclusion: "" }}
      validate={(values) => missing(values, { conclusion: message(incidentText, "conclusion") })}
      send={({ conclusion }, opened) => closeIncident(contract, opened, conclusion)}
      done={message(incidentText, "closed")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField
          {...form.bind("conclusion")}
          label={t("conclusion")}
          hint={t("conclusionHint")}
          required
          maxLength={5000}
        />
      )}
    </RecordDialog>
  );
}

export function ReopenDialog({ contract, incident, onClose }: Props) {
  const t = useText(incidentText);
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t("reopen")}
      submit={t("reopen")}
      initial={{ reason: "" }}
      validate={(values) => missing(values, { reason: message(incidentText, "reason") })}
      send={({ reason }, opened) => reopenIncident(contract, opened, reason)}
      done={message(incidentText, "reopened")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={1000} />
      )}
    </RecordDialog>
  );
}
