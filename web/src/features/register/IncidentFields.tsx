import type { ReportIncident, SecurityIncident } from "../../api/types";
import type { Errors, useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { incidentKinds } from "./incident.queries";
import { incidentKind, incidentText } from "./incident.text";
import { missing, wallClock, wallClockNow } from "./moments";

export interface IncidentValues {
  kind: string;
  title: string;
  noticed_at: string;
  place: string;
  what: string;
  assets: string;
}

export const incidentValues = (row?: SecurityIncident): IncidentValues => ({
  kind: row?.kind ?? "loss",
  title: row?.title ?? "",
  noticed_at: row ? wallClock(row.noticed_at) : wallClockNow(),
  place: row?.place ?? "",
  what: row?.what ?? "",
  assets: row?.assets ?? "",
});

export const incidentErrors = (values: IncidentValues): Errors<IncidentValues> =>
  missing(values, {
    title: message(incidentText, "subject"),
    noticed_at: message(incidentText, "noticedAt"),
    place: message(incidentText, "place"),
    what: message(incidentText, "what"),
  });

export const incidentBody = (values: IncidentValues): ReportIncident => ({
  ...values,
  kind: values.kind as SecurityIncident["kind"],
});

/** What is told of an incident, when it is reported and when it is corrected. */
export function IncidentFields({ form }: { form: ReturnType<typeof useForm<IncidentValues>> }) {
  const t = useText(incidentText);
  const kind = useText(incidentKind);
  return (
    <>
      <SelectField
        {...form.bind("kind")}
        label={t("kind")}
        options={incidentKinds.map((value) => ({ value, label: kind(value) }))}
      />
      <TextField {...form.bind("title")} label={t("subject")} required maxLength={200} />
      <MomentField {...form.bind("noticed_at")} label={t("noticedAt")} required />
      <TextField {...form.bind("place")} label={t("place")} required maxLength={500} />
      <TextAreaField {...form.bind("what")} label={t("what")} required maxLength={5000} />
      <TextAreaField
        {...form.bind("assets")}
        label={t("assets")}
        hint={t("assetsHint")}
        optional
        rows={2}
        maxLength={2000}
      />
    </>
  );
}
