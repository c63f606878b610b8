import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRowMutation } from "../../api/row-mutation";
import { now } from "../../api/session";
import type { EntryRecord, WriteEntryRecord } from "../../api/types";
import { wallClock } from "../../lib/day";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { SelectField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import {
  correctRecord,
  enterRoom,
  leaveRoom,
  openRequestsQuery,
  refreshPremises,
  roomsQuery,
  rosterQuery,
  withdrawRecord,
} from "./premises.queries";
import { premisesText } from "./premises.text";
import { blankRecord, bodyOf, type TypedRecord, typedOf } from "./record";

interface Props {
  contract: string;
  record: EntryRecord;
  onClose: () => void;
}

export function EnterDialog({
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
    mutationFn: (body: WriteEntryRecord) => enterRoom(contract, body),
    onSuccess: () => refreshPremises(client, contract),
  });
  return (
    <FormDialog
      title={t("enter")}
      submit={t("enter")}
      initial={blankRecord(now())}
      mutation={mutation}
      input={bodyOf}
      done={message(premisesText, "entered")}
      onClose={onClose}
      wide
    >
      {(form) => <RecordFields contract={contract} form={form} site={site} />}
    </FormDialog>
  );
}

function RecordFields<T extends TypedRecord>({
  contract,
  form,
  site,
}: {
  contract: string;
  form: FormOf<T>;
  site?: string | undefined;
}) {
  const t = useText(premisesText);
  const fields = form as unknown as FormOf<TypedRecord>;
  return (
    <>
      <RoomField contract={contract} form={fields} site={site} />
      <PersonFields contract={contract} form={fields} />
      <MomentField {...fields.bind("in_at")} label={t("in")} required />
      <MomentField {...fields.bind("out_at")} label={t("out")} hint={t("outHint")} optional />
      <TextField {...fields.bind("purpose")} label={t("purpose")} required maxLength={500} />
      <RequestField contract={contract} form={fields} />
      <TextField {...fields.bind("attendant")} label={t("attendant")} optional maxLength={200} />
    </>
  );
}

interface FieldsProps {
  contract: string;
  form: FormOf<TypedRecord>;
  site?: string | undefined;
}

function RoomField({ contract, form, site }: FieldsProps) {
  const t = useText(premisesText);
  const { data } = useQuery(roomsQuery(contract));
  const chosen = form.values.room_id;
  const rooms = (data?.items ?? []).filter((room) => room.id === chosen || !site || room.site_id === site);
  return (
    <SelectField
      {...form.bind("room_id")}
      label={t("room")}
      required
      none={t("choose")}
      options={rooms.map((room) => ({ value: room.id, label: `${room.site} ${room.name} ${room.floor}` }))}
    />
  );
}

function PersonFields({ contract, form }: FieldsProps) {
  const t = useText(premisesText);
  const { data } = useQuery(rosterQuery(contract));
  const people = (data?.items ?? []).filter(
    ({ presence, id }) => presence === "in_force" || id === form.values.worker_id,
  );
  return (
    <>
      <SelectField
        {...form.bind("worker_id")}
        label={t("fromRoster")}
        none={t("notOnRoster")}
        options={people.map(({ id, entry }) => ({ value: id, label: `${entry.name}（${entry.company}）` }))}
      />
      {form.values.worker_id === "" && (
        <>
          <TextField {...form.bind("name")} label={t("name")} required maxLength={200} />
          <TextField {...form.bind("affiliation")} label={t("affiliation")} required maxLength={200} />
        </>
      )}
    </>
  );
}

function RequestField({ contract, form }: FieldsProps) {
  const t = useText(premisesText);
  const { data } = useQuery(openRequestsQuery(contract));
  const open = (data?.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  const chosen = form.values.request_id;
  const known = chosen === "" || open.some(({ value }) => value === chosen);
  return (
    <SelectField
      {...form.bind("request_id")}
      label={t("request")}
      none={t("noRequest")}
      options={known ? open : [{ value: chosen, label: t("request") }, ...open]}
    />
  );
}

export function LeaveDialog({ contract, record, onClose }: Props) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const refresh = () => refreshPremises(client, contract);
  const mutation = useRowMutation(record, (row, out: string) => leaveRoom(contract, row, out), {
    onSuccess: refresh,
    onConflict: refresh,
  });
  return (
    <FormDialog
      title={t("leave")}
      submit={t("leave")}
      initial={{ out_at: wallClock(now()) }}
      mutation={mutation}
      input={({ out_at }) => out_at}
      done={message(premisesText, "left")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>
            {record.name}（{record.affiliation}） {record.room}
          </p>
          <MomentField {...form.bind("out_at")} label={t("out")} required />
        </>
      )}
    </FormDialog>
  );
}

export function CorrectDialog({ contract, record, onClose }: Props) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const refresh = () => refreshPremises(client, contract);
  const mutation = useRowMutation(
    record,
    (row, body: { record: WriteEntryRecord; reason: string }) => correctRecord(contract, row, body),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t("correctTitle")}
      submit={t("correct")}
      initial={{ ...typedOf(record), reason: "" }}
      mutation={mutation}
      input={({ reason, ...typed }) => ({ record: bodyOf(typed), reason })}
      done={message(premisesText, "corrected")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <p className="quiet">{t("correctAbout")}</p>
          <RecordFields contract={contract} form={form} />
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

export function WithdrawDialog({ contract, record, onClose }: Props) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const refresh = () => refreshPremises(client, contract);
  const mutation = useRowMutation(record, (row, reason: string) => withdrawRecord(contract, row, reason), {
    onSuccess: refresh,
    onConflict: refresh,
  });
  return (
    <FormDialog
      title={t("withdrawTitle")}
      submit={t("withdraw")}
      danger
      initial={{ reason: "" }}
      mutation={mutation}
      input={({ reason }) => reason}
      done={message(premisesText, "withdrawn")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="quiet">{t("withdrawAbout")}</p>
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
