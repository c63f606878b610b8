import { useQuery } from "@tanstack/react-query";
import { today } from "../../api/session";
import type { DamageRestoration, DamageRuling } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import {
  parties,
  recordRestoration,
  recordWrittenReport,
  ruleOnRestoration,
  verdicts,
} from "./damage.queries";
import { damageText, damageVerdict } from "./damage.text";
import { incidentParty } from "./incident.text";
import { type IncidentDialogProps, rowOf } from "./incident-dialogs";
import { missing, wallClockNow, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { filesQuery } from "./register.queries";

export function WrittenReportDialog({ contract, incident, onClose }: IncidentDialogProps) {
  const t = useText(damageText);
  const files = useQuery(filesQuery(contract, "security-incidents", incident.id)).data?.items ?? [];
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t("recordWritten")}
      initial={{ at: wallClockNow(), told_to: "", how: "", file: "" }}
      validate={(values) =>
        missing(values, {
          at: message(damageText, "writtenAt"),
          told_to: message(damageText, "writtenTo"),
          how: message(damageText, "writtenHow"),
          file: message(damageText, "file"),
        })
      }
      send={(values, opened) => recordWrittenReport(contract, opened, values)}
      done={message(damageText, "writtenDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {files.length === 0 && <p>{t("noFileYet")}</p>}
          <MomentField {...form.bind("at")} label={t("writtenAt")} required />
          <TextField {...form.bind("told_to")} label={t("writtenTo")} required maxLength={200} />
          <TextField
            {...form.bind("how")}
            label={t("writtenHow")}
            hint={t("writtenHowHint")}
            required
            maxLength={200}
          />
          <SelectField
            {...form.bind("file")}
            label={t("file")}
            hint={t("fileHint")}
            required
            none={t("fileNone")}
            options={files.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      )}
    </RecordDialog>
  );
}

export function RestorationDialog({ contract, incident, onClose }: IncidentDialogProps) {
  const t = useText(damageText);
  const party = useText(incidentParty);
  const before = incident.restoration;
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t(before ? "recordRestorationAnew" : "recordRestoration")}
      initial={{
        what: before?.what ?? "",
        material_before: before?.material_before ?? "",
        material_after: before?.material_after ?? "",
        done_on: before?.done_on ?? today(),
        borne_by: (before?.borne_by ?? "contractor") as string,
      }}
      validate={(values) => ({
        ...missing(values, {
          what: message(damageText, "what"),
          material_before: message(damageText, "before"),
          material_after: message(damageText, "after"),
          done_on: message(damageText, "doneOn"),
        }),
        ...wrongDays(values, { done_on: message(damageText, "doneOn") }),
      })}
      send={({ borne_by, ...values }, opened) =>
        recordRestoration(contract, opened, {
          ...values,
          borne_by: borne_by as DamageRestoration["borne_by"],
        })
      }
      done={message(damageText, "restorationDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextAreaField {...form.bind("what")} label={t("what")} required rows={2} maxLength={2000} />
          <TextField {...form.bind("material_before")} label={t("before")} required maxLength={500} />
          <TextField
            {...form.bind("material_after")}
            label={t("after")}
            hint={t("afterHint")}
            required
            maxLength={500}
          />
          <DateField {...form.bind("done_on")} label={t("doneOn")} required />
          <SelectField
            {...form.bind("borne_by")}
            label={t("borneBy")}
            options={parties.map((value) => ({ value, label: party(value) }))}
          />
        </>
      )}
    </RecordDialog>
  );
}

export function RulingDialog({ contract, incident, onClose }: IncidentDialogProps) {
  const t = useText(damageText);
  const word = useText(damageVerdict);
  const offered = verdicts.filter((verdict) => verdict === "not_needed" || incident.restoration);
  return (
    <RecordDialog
      row={rowOf(contract, incident)}
      over={incident}
      title={t("rule")}
      initial={{ verdict: (offered[0] ?? "not_needed") as DamageRuling["verdict"], text: "" }}
      validate={(values) =>
        values.verdict === "confirmed" ? {} : missing(values, { text: message(damageText, "rulingText") })
      }
      send={(values, opened) => ruleOnRestoration(contract, opened, values)}
      done={message(damageText, "ruled")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceField<DamageRuling["verdict"]>
            {...form.bind("verdict")}
            label={t("ruling")}
            options={offered.map((value) => ({ value, label: word(value) }))}
          />
          <TextAreaField
            {...form.bind("text")}
            label={t("rulingText")}
            hint={t("rulingTextHint")}
            rows={2}
            maxLength={2000}
          />
        </>
      )}
    </RecordDialog>
  );
}
