import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useRowMutation } from "../../api/row-mutation";
import { now } from "../../api/session";
import type { Desk, DeskCall, WriteDeskCall } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { Check, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { blankCall, callBody, type TypedCall, typedCall } from "./call";
import { changeCall, makeCall, refreshDesks, unitsQuery } from "./desk.queries";
import { channelText, deskText } from "./desk.text";

interface NewProps {
  contract: string;
  desks: readonly Desk[];
  initial?: Partial<TypedCall>;
  onClose: () => void;
}

export function NewCallDialog({ contract, desks, initial = {}, onClose }: NewProps) {
  const t = useText(deskText);
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (body: WriteDeskCall) => makeCall(contract, body),
    onSuccess: () => refreshDesks(client, contract),
  });
  return (
    <FormDialog
      title={t("call")}
      submit={t("call")}
      initial={{ ...blankCall(now()), ...initial }}
      mutation={mutation}
      input={callBody}
      done={message(deskText, "recorded")}
      onClose={onClose}
      wide
    >
      {(form) => <CallFields contract={contract} desks={desks} form={form} unit="" />}
    </FormDialog>
  );
}

interface ChangeProps {
  contract: string;
  desks: readonly Desk[];
  call: DeskCall;
  onClose: () => void;
}

export function ChangeCallDialog({ contract, desks, call, onClose }: ChangeProps) {
  const t = useText(deskText);
  const client = useQueryClient();
  const refresh = () => refreshDesks(client, contract);
  const mutation = useRowMutation(call, (row, body: WriteDeskCall) => changeCall(contract, row, body), {
    onSuccess: refresh,
    onConflict: refresh,
  });
  return (
    <FormDialog
      title={t("changeCall")}
      submit={t("save")}
      initial={typedCall(call)}
      mutation={mutation}
      input={callBody}
      done={message(deskText, "recorded")}
      onClose={onClose}
      wide
    >
      {(form) => <CallFields contract={contract} desks={desks} form={form} unit={call.unit} />}
    </FormDialog>
  );
}

interface FieldsProps {
  contract: string;
  desks: readonly Desk[];
  form: FormOf<TypedCall>;
  /** The unit that is chosen already, as people call it. */
  unit: string;
}

function CallFields({ contract, desks, form, unit }: FieldsProps) {
  const t = useText(deskText);
  const channel = useText(channelText);
  const say = useSay();
  const desk = desks.find(({ id }) => id === form.values.desk);
  return (
    <>
      <SelectField
        {...form.bind("desk")}
        label={t("desk")}
        required
        none={t("choose")}
        hint={desk && say(desk.say_when_calling)}
        options={desks.map(({ id, desk: name }) => ({ value: id, label: name }))}
      />
      <SelectField
        {...form.bind("channel")}
        onChange={(value) => form.set({ channel: value as TypedCall["channel"] })}
        label={t("channel")}
        options={(["phone", "mail", "web"] as const).map((value) => ({ value, label: channel(value) }))}
      />
      {form.values.channel === "mail" && desk && desk.mail_form.ja !== "" && (
        <Check
          label={t("formAttached", { form: say(desk.mail_form) })}
          checked={form.values.form_attached}
          onChange={(form_attached) => form.set({ form_attached })}
        />
      )}
      <MomentField {...form.bind("reached_at")} label={t("reachedAt")} required />
      <UnitField contract={contract} form={form} unit={unit} />
      <TextAreaField {...form.bind("asked")} label={t("asked")} required rows={2} maxLength={2000} />
      <TextField {...form.bind("reference")} label={t("reference")} optional maxLength={100} />
      <TextAreaField {...form.bind("said")} label={t("said")} optional rows={2} maxLength={2000} />
      <VisitFields form={form} />
      <TextAreaField {...form.bind("outcome")} label={t("outcome")} optional rows={2} maxLength={2000} />
      <TextField {...form.bind("incident")} label={t("incident")} optional maxLength={100} />
      <TextField {...form.bind("request")} label={t("request")} optional maxLength={100} />
    </>
  );
}

function VisitFields({ form }: { form: FormOf<TypedCall> }) {
  const t = useText(deskText);
  return (
    <>
      <Check
        label={t("visitExpected")}
        checked={form.values.visit_expected}
        onChange={(visit_expected) => form.set({ visit_expected })}
      />
      {form.values.visit_expected && (
        <>
          <MomentField {...form.bind("visit_at")} label={t("visitAt")} optional />
          <MomentField {...form.bind("site_told_at")} label={t("siteToldAt")} optional />
          <TextField {...form.bind("site_told")} label={t("siteTold")} optional maxLength={200} />
          <MomentField {...form.bind("visited_at")} label={t("visitedAt")} optional />
        </>
      )}
    </>
  );
}

function UnitField({ contract, form, unit }: Omit<FieldsProps, "desks">) {
  const t = useText(deskText);
  const [words, setWords] = useState("");
  const { data } = useQuery(unitsQuery(contract, words));
  const found = (data?.items ?? []).map(({ id, number, model }) => ({
    value: id,
    label: `${number} ${model}`,
  }));
  const chosen = form.values.device_id;
  const kept = chosen !== "" && !found.some(({ value }) => value === chosen);
  return (
    <>
      <TextField
        name="unit-words"
        label={t("unitSearch")}
        optional
        maxLength={100}
        value={words}
        onChange={setWords}
      />
      <SelectField
        {...form.bind("device_id")}
        label={t("unit")}
        none={t("noUnit")}
        options={[...(kept ? [{ value: chosen, label: unit || chosen }] : []), ...found]}
      />
    </>
  );
}
