import { useQueryClient } from "@tanstack/react-query";
import { useRowMutation } from "../../api/row-mutation";
import { now } from "../../api/session";
import type { OnCallShift, WriteOnCallShift } from "../../api/types";
import { wallClock } from "../../lib/day";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { ChoiceField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { changeShift, planShift, refreshDesks, removeShift } from "./desk.queries";
import { deskText } from "./desk.text";

interface ShiftProps {
  contract: string;
  shift: OnCallShift | undefined;
  onClose: () => void;
}

const typedShift = (shift: OnCallShift | undefined) => ({
  from: wallClock(shift?.from ?? now()),
  until: shift ? wallClock(shift.until) : "",
  person: shift?.person ?? "",
  phone: shift?.phone ?? "",
  rank: shift?.rank ?? ("primary" as const),
  note: shift?.note ?? "",
});

/** Plans a shift, or changes one. */
export function ShiftDialog({ contract, shift, onClose }: ShiftProps) {
  const t = useText(deskText);
  const client = useQueryClient();
  const refresh = () => refreshDesks(client, contract);
  const mutation = useRowMutation(
    shift,
    (row, body: WriteOnCallShift) => (row ? changeShift(contract, row, body) : planShift(contract, body)),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t(shift ? "changeShift" : "addShift")}
      submit={t("save")}
      initial={typedShift(shift)}
      mutation={mutation}
      input={(values) => values}
      done={message(deskText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField {...form.bind("from")} label={t("shiftFrom")} required />
          <MomentField {...form.bind("until")} label={t("shiftUntil")} required />
          <TextField {...form.bind("person")} label={t("person")} required maxLength={100} />
          <TextField {...form.bind("phone")} label={t("phone")} required maxLength={50} />
          <ChoiceField
            name="rank"
            label={t("rank")}
            value={form.values.rank}
            onChange={(rank) => form.set({ rank })}
            options={(["primary", "second"] as const).map((value) => ({ value, label: t(value) }))}
          />
          <TextField {...form.bind("note")} label={t("note")} optional maxLength={500} />
        </>
      )}
    </FormDialog>
  );
}

interface RemoveProps {
  contract: string;
  shift: OnCallShift;
  onClose: () => void;
}

export function RemoveShiftDialog({ contract, shift, onClose }: RemoveProps) {
  const t = useText(deskText);
  const client = useQueryClient();
  const refresh = () => refreshDesks(client, contract);
  const mutation = useRowMutation(shift, (row, reason: string) => removeShift(contract, row, reason), {
    onSuccess: refresh,
    onConflict: refresh,
  });
  return (
    <FormDialog
      title={t("removeTitle")}
      submit={t("removeShift")}
      danger
      initial={{ reason: "" }}
      mutation={mutation}
      input={({ reason }) => reason}
      done={message(deskText, "removed")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>
            {shift.person} {shift.phone}
          </p>
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={500} />
        </>
      )}
    </FormDialog>
  );
}
