import type { Contract, Incident } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { TextAreaField, TextField } from "../../ui/Field";
import { IncidentFields, intakeBody, intakeErrors, intakeOf } from "./IncidentFields";
import { correctIncident, writeOutcome } from "./incident.queries";
import { incidentText } from "./incident.text";
import { RecordDialog } from "./RecordDialog";

interface Props {
  contract: Contract;
  incident: Incident;
  onClose: () => void;
}

export function CorrectDialog({ contract, incident, onClose }: Props) {
  const t = useText(incidentText);
  return (
    <RecordDialog
      contract={contract.id}
      incident={incident}
      title={t("correct")}
      wide
      initial={{ ...intakeOf(incident), case_number: incident.case_number }}
      validate={intakeErrors}
      send={({ case_number, ...intake }, opened) =>
        correctIncident(contract.id, opened, { case_number, intake: intakeBody(intake) })
      }
      done={message(incidentText, "corrected")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("case_number")}
            label={t("caseNumber")}
            optional
            maxLength={60}
            autoComplete="off"
          />
          <IncidentFields contract={contract} form={form} />
        </>
      )}
    </RecordDialog>
  );
}

/** What was done and what came of it, with the reason of each level that was missed. */
export function OutcomeDialog({ contract, incident, onClose }: Props) {
  const t = useText(incidentText);
  const say = useSay();
  const missed = incident.clocks.filter(({ needs_reason, reason }) => needs_reason || reason !== "");
  return (
    <RecordDialog
      contract={contract.id}
      incident={incident}
      title={t("writeOutcome")}
      initial={{
        action: incident.action,
        cause: incident.cause,
        notes: incident.notes,
        reasons: Object.fromEntries(missed.map(({ level, reason }) => [level, reason])),
      }}
      validate={({ action }) =>
        action.trim() === ""
          ? { action: message(incidentText, "fillIn", { label: message(incidentText, "action") }) }
          : {}
      }
      send={({ reasons, ...outcome }, opened) =>
        writeOutcome(contract.id, opened, {
          ...outcome,
          miss_reasons: Object.entries(reasons)
            .filter(([, reason]) => reason.trim() !== "")
            .map(([level, reason]) => ({ level, reason })),
        })
      }
      done={message(incidentText, "written")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextAreaField {...form.bind("action")} label={t("action")} required rows={4} maxLength={5000} />
          <TextAreaField {...form.bind("cause")} label={t("cause")} optional rows={2} maxLength={5000} />
          <TextAreaField
            {...form.bind("notes")}
            label={t("notes")}
            hint={t("notesHint")}
            optional
            rows={2}
            maxLength={5000}
          />
          {missed.map(({ level, label }) => (
            <TextAreaField
              key={level}
              name={`reasons.${level}`}
              label={t("missReason", { level: say(label) })}
              hint={t("missHint")}
              value={form.values.reasons[level] ?? ""}
              onChange={(reason) => form.set({ reasons: { ...form.values.reasons, [level]: reason } })}
              rows={2}
              maxLength={5000}
            />
          ))}
        </>
      )}
    </RecordDialog>
  );
}
