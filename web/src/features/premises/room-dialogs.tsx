import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { useRowMutation } from "../../api/row-mutation";
import { today } from "../../api/session";
import type { AddControlledRoom, ControlledRoom } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { addRoom, changeRoom, closeRoom, refreshPremises, reopenRoom } from "./premises.queries";
import { premisesText } from "./premises.text";

interface TypedRoom {
  name: string;
  floor: string;
  procedure: string;
}

function RoomFields<T extends TypedRoom>({ form }: { form: FormOf<T> }) {
  const t = useText(premisesText);
  const fields = form as unknown as FormOf<TypedRoom>;
  return (
    <>
      <TextField {...fields.bind("name")} label={t("roomName")} required maxLength={100} />
      <TextField {...fields.bind("floor")} label={t("floor")} optional maxLength={60} />
      <TextAreaField
        {...fields.bind("procedure")}
        label={t("procedure")}
        hint={t("procedureHint")}
        required
        rows={3}
        maxLength={2000}
      />
    </>
  );
}

export function AddRoomDialog({
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
  const { data: sites } = useQuery(sitesQuery(contract));
  const mutation = useMutation({
    mutationFn: (body: AddControlledRoom) => addRoom(contract, body),
    onSuccess: () => refreshPremises(client, contract),
  });
  return (
    <FormDialog
      title={t("addRoom")}
      submit={t("addRoom")}
      initial={{ site_id: site ?? "", name: "", floor: "", procedure: "" }}
      mutation={mutation}
      input={(values) => values}
      done={message(premisesText, "roomAdded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("site_id")}
            label={t("site")}
            required
            none={t("choose")}
            options={(sites?.items ?? []).map(({ id, number, name }) => ({
              value: id,
              label: `${number} ${name}`,
            }))}
          />
          <RoomFields form={form} />
        </>
      )}
    </FormDialog>
  );
}

interface Props {
  contract: string;
  room: ControlledRoom;
  onClose: () => void;
}

export function ChangeRoomDialog({ contract, room, onClose }: Props) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const refresh = () => refreshPremises(client, contract);
  const mutation = useRowMutation(
    room,
    (row, body: TypedRoom & { reason: string }) => changeRoom(contract, row, body),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t("changeRoom")}
      submit={t("changeRoom")}
      initial={{ name: room.name, floor: room.floor, procedure: room.procedure, reason: "" }}
      mutation={mutation}
      input={(values) => values}
      done={message(premisesText, "roomChanged")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <RoomFields form={form} />
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

/** Closes a room that is open, and opens one that is closed. */
export function TurnRoomDialog({ contract, room, onClose }: Props) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const refresh = () => refreshPremises(client, contract);
  const closing = !room.closed_on;
  const mutation = useRowMutation(
    room,
    (row, body: { on: string; reason: string }) =>
      closing ? closeRoom(contract, row, body) : reopenRoom(contract, row, body.reason),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t(closing ? "closeRoomTitle" : "reopenRoomTitle")}
      submit={t(closing ? "closeRoom" : "reopenRoom")}
      initial={{ on: today() as string, reason: "" }}
      mutation={mutation}
      input={(values) => values}
      done={message(premisesText, closing ? "roomClosed" : "roomReopened")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{room.name}</p>
          {closing && <DateField {...form.bind("on")} label={t("closeFrom")} required />}
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
