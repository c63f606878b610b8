import { useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import { today } from "../../api/session";
import type { Desk, Vendor, VendorRole, WriteVendor } from "../../api/types";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay, sayDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Check, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { addDaysOff, changeVendor, enterVendor, markDesk, refreshDesks, removeDayOff } from "./desk.queries";
import { deskText } from "./desk.text";

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A line of the days that is no day. */
const wrongLine = (text: string): string | undefined =>
  linesOf(text).find((line) => parseWrittenDay(line) === undefined);

interface DeskProps {
  contract: string;
  desk: Desk;
  onClose: () => void;
}

/** Whether a maintenance contract holds, and the days on which the desk is closed. */
export function DaysOffDialog({ contract, desk, onClose }: DeskProps) {
  const t = useText(deskText);
  const client = useQueryClient();
  const refresh = () => refreshDesks(client, contract);
  const mutation = useRowMutation(
    desk,
    async (
      row,
      { days, reason, maintained, note }: { days: string; reason: string; maintained: boolean; note: string },
    ) => {
      if (maintained !== row.maintained || note !== row.note)
        await markDesk(contract, row, { maintained, note });
      const read = linesOf(days).map((line) => parseWrittenDay(line) ?? line);
      if (read.length > 0) await addDaysOff(contract, row.id, { days: read, reason });
    },
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={`${t("manage")} ${desk.desk}`}
      submit={t("save")}
      initial={{ maintained: desk.maintained, note: desk.note, days: "", reason: t("daysOff") }}
      validate={({ days }) => {
        const line = wrongLine(days);
        return line === undefined ? {} : { days: message(deskText, "dayWrong", { line }) };
      }}
      mutation={mutation}
      input={(values) => values}
      done={message(deskText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Check
            label={t("maintained")}
            checked={form.values.maintained}
            onChange={(maintained) => form.set({ maintained })}
          />
          <TextField {...form.bind("note")} label={t("note")} optional maxLength={500} />
          <DaysOff contract={contract} desk={desk} />
          <TextAreaField
            {...form.bind("days")}
            label={t("addDaysOff")}
            hint={t("daysHint")}
            optional
            rows={4}
            maxLength={1000}
          />
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={200} />
        </>
      )}
    </FormDialog>
  );
}

function DaysOff({ contract, desk }: { contract: string; desk: Desk }) {
  const t = useText(deskText);
  const spoken = useLanguage();
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: (day: string) => removeDayOff(contract, desk.id, day),
    onSettled: () => refreshDesks(client, contract),
  });
  if (desk.days_off.length === 0) return <p className="quiet">{t("noDaysOff")}</p>;
  return (
    <>
      <p>{t("daysOff")}</p>
      <ul className="desk-days">
        {desk.days_off.map(({ day, reason }) => (
          <li key={day}>
            {sayDay(day, spoken)} {reason}{" "}
            <Button size="sm" onClick={() => removal.mutate(day)}>
              {t("removeDay")}
            </Button>
          </li>
        ))}
      </ul>
      {removal.error && <ProblemBanner problem={problemOf(removal.error)} />}
    </>
  );
}

interface VendorProps {
  contract: string;
  roles: readonly VendorRole[];
  vendor: Vendor | undefined;
  onClose: () => void;
}

const typedVendor = (vendor: Vendor | undefined, roles: readonly VendorRole[]) => ({
  role: vendor?.role_id ?? roles[0]?.id ?? "",
  role_name: vendor && vendor.role_id === "" ? vendor.role.ja : "",
  name: vendor?.name ?? "",
  contact: vendor?.contact ?? "",
  hours: vendor?.hours ?? "",
  duties: vendor?.duties.ja ?? "",
  remarks: vendor?.remarks ?? "",
  from: vendor?.from ?? (today() as string),
  until: vendor?.until ?? "",
});

/** Enters a vendor, or changes one that was entered. */
export function VendorDialog({ contract, roles, vendor, onClose }: VendorProps) {
  const t = useText(deskText);
  const say = useSay();
  const client = useQueryClient();
  const refresh = () => refreshDesks(client, contract);
  const mutation = useRowMutation(
    vendor,
    (row, body: WriteVendor) => (row ? changeVendor(contract, row, body) : enterVendor(contract, body)),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t(vendor ? "changeVendor" : "addVendor")}
      submit={t("save")}
      initial={typedVendor(vendor, roles)}
      mutation={mutation}
      input={({ until, ...values }) => ({ ...values, until: until || null })}
      done={message(deskText, "saved")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("role")}
            label={t("role")}
            none={t("otherRole")}
            options={roles.map(({ id, label }) => ({ value: id, label: say(label) }))}
          />
          {form.values.role === "" && (
            <TextField {...form.bind("role_name")} label={t("otherRole")} required maxLength={100} />
          )}
          <TextField {...form.bind("name")} label={t("name")} required maxLength={200} />
          <TextField {...form.bind("contact")} label={t("contact")} required maxLength={300} />
          <TextField {...form.bind("hours")} label={t("hours")} optional maxLength={300} />
          <TextAreaField {...form.bind("duties")} label={t("duties")} optional rows={2} maxLength={1000} />
          <TextAreaField {...form.bind("remarks")} label={t("remarks")} optional rows={2} maxLength={1000} />
          <DateField {...form.bind("from")} label={t("fromDay")} required />
          <DateField {...form.bind("until")} label={t("untilDay")} optional />
        </>
      )}
    </FormDialog>
  );
}
