import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { useRowMutation } from "../../api/row-mutation";
import { today } from "../../api/session";
import type { Drill, DrillKind, WriteDrill } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { blankDrill, drillBody, type Presence, type TypedDrill, typedDrill } from "./drill";
import { correctDrill, drillKinds, recordDrill, refreshPremises, rosterQuery } from "./premises.queries";
import { drillKindText, premisesText } from "./premises.text";

export function AddDrillDialog({
  contract,
  site,
  onClose,
}: {
  contract: string;
  site: string | undefined;
  onClose: () => void;
}) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (body: WriteDrill) => recordDrill(contract, body),
    onSuccess: () => refreshPremises(client, contract),
  });
  return (
    <FormDialog
      title={t("addDrill")}
      submit={t("addDrill")}
      initial={blankDrill(today(), site)}
      mutation={mutation}
      input={(typed) => drillBody(typed, today())}
      done={message(premisesText, "drillAdded")}
      onClose={onClose}
      wide
    >
      {(form) => <DrillFields contract={contract} form={form} listed={[]} />}
    </FormDialog>
  );
}

export function CorrectDrillDialog({
  contract,
  drill,
  onClose,
}: {
  contract: string;
  drill: Drill;
  onClose: () => void;
}) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const refresh = () => refreshPremises(client, contract);
  const mutation = useRowMutation(
    drill,
    (row, body: { drill: WriteDrill; reason: string }) => correctDrill(contract, row, body),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t("correctDrill")}
      submit={t("drillWrite")}
      initial={{ ...typedDrill(drill), reason: "" }}
      mutation={mutation}
      input={({ reason, ...typed }) => ({ drill: drillBody(typed, today()), reason })}
      done={message(premisesText, "corrected")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <DrillFields contract={contract} form={form} listed={drill.attendees} />
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

interface FieldsProps<T> {
  contract: string;
  form: FormOf<T & TypedDrill>;
  /** Who stands on the record, though perhaps no longer on the roster. */
  listed: Drill["attendees"];
}

function DrillFields<T extends object>({ contract, form, listed }: FieldsProps<T>) {
  const t = useText(premisesText);
  const kind = useText(drillKindText);
  const fields = form as unknown as FormOf<TypedDrill>;
  const { data: sites } = useQuery(sitesQuery(contract));
  const toCome = fields.values.on > today();
  return (
    <>
      <DateField {...fields.bind("on")} label={t("day")} required />
      <SelectField
        {...fields.bind("site_id")}
        label={t("site")}
        required
        none={t("choose")}
        options={(sites?.items ?? []).map(({ id, number, name }) => ({
          value: id,
          label: `${number} ${name}`,
        }))}
      />
      <SelectField
        {...fields.bind("kind")}
        onChange={(value) => fields.set({ kind: value as DrillKind })}
        label={t("kind")}
        options={drillKinds.map((value) => ({ value, label: kind(value) }))}
      />
      <TextAreaField {...fields.bind("asked")} label={t("asked")} required rows={2} maxLength={1000} />
      {toCome ? (
        <p className="quiet">{t("attendanceLater")}</p>
      ) : (
        <>
          <Attendance contract={contract} form={fields} listed={listed} />
          <TextAreaField {...fields.bind("result")} label={t("result")} optional rows={2} maxLength={2000} />
        </>
      )}
    </>
  );
}

interface AttendanceProps {
  contract: string;
  form: FormOf<TypedDrill>;
  listed: Drill["attendees"];
}

function Attendance({ contract, form, listed }: AttendanceProps) {
  const t = useText(premisesText);
  const { data } = useQuery(rosterQuery(contract));
  const roster = (data?.items ?? []).filter(({ presence }) => presence === "in_force");
  const people = [
    ...roster.map(({ id, entry }) => ({ id, name: entry.name })),
    ...listed
      .filter(({ worker_id }) => !roster.some(({ id }) => id === worker_id))
      .map(({ worker_id, name }) => ({ id: worker_id, name })),
  ];
  const { presence, reasons } = form.values;
  return people.map(({ id, name }) => (
    <div key={id}>
      <ChoiceField<Presence>
        name={`presence-${id}`}
        label={`${t("attendance")} ${name}`}
        value={presence[id] ?? "asked_not"}
        onChange={(value) => form.set({ presence: { ...presence, [id]: value } })}
        options={[
          { value: "asked_not", label: t("notAsked") },
          { value: "there", label: t("tookPart") },
          { value: "absent", label: t("absent") },
        ]}
      />
      {presence[id] === "absent" && (
        <TextField
          name={`reason-${id}`}
          label={t("absentReason", { name })}
          hint={t("absentReasonHint")}
          required
          maxLength={500}
          value={reasons[id] ?? ""}
          onChange={(reason) => form.set({ reasons: { ...reasons, [id]: reason } })}
        />
      )}
    </div>
  ));
}
