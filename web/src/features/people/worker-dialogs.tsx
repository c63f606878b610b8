import { useQuery } from "@tanstack/react-query";
import { today } from "../../api/session";
import type { Contract } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextField } from "../../ui/Field";
import {
  colleaguesQuery,
  useLinkAccount,
  useRecordPledge,
  useRecordTraining,
  type Worker,
} from "./people.queries";
import { announceText, workerText } from "./people.text";

interface Props {
  contract: Contract;
  worker: Worker;
  onClose: () => void;
}

interface TrainingValues {
  subject: string;
  held_on: string;
  result: "completed" | "not_completed";
  note: string;
}

export function AddTraining({ contract, worker, onClose }: Props) {
  const t = useText(workerText);
  return (
    <FormDialog
      title={t("addTraining")}
      submit={t("save")}
      initial={{ subject: "", held_on: today(), result: "completed", note: "" } as TrainingValues}
      validate={({ subject, held_on }) => ({
        ...(subject.trim() === "" && { subject: message(workerText, "enterTraining") }),
        ...(!parseWrittenDay(held_on) && { held_on: message(announceText, "enterDay") }),
      })}
      mutation={useRecordTraining(contract.id, worker.id)}
      input={(values) => ({ ...values, held_on: parseWrittenDay(values.held_on) ?? values.held_on })}
      done={message(workerText, "trainingDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("subject")} label={t("training")} required />
          <DateField {...form.bind("held_on")} label={t("heldOn")} required />
          <ChoiceField
            {...form.bind("result")}
            label={t("result")}
            options={[
              { value: "completed", label: t("completed") },
              { value: "not_completed", label: t("not_completed") },
            ]}
          />
          <TextField {...form.bind("note")} label={t("note")} />
        </>
      )}
    </FormDialog>
  );
}

export function SetPledge({ contract, worker, onClose }: Props) {
  const t = useText(workerText);
  return (
    <FormDialog
      title={t("setPledge")}
      submit={t("save")}
      initial={{ pledged_on: worker.pledged_on ?? today() }}
      validate={({ pledged_on }) =>
        parseWrittenDay(pledged_on) ? {} : { pledged_on: message(announceText, "enterDay") }
      }
      mutation={useRecordPledge(contract.id, worker)}
      input={({ pledged_on }) => ({ pledged_on: parseWrittenDay(pledged_on) ?? pledged_on })}
      done={message(workerText, "pledgeDone")}
      onClose={onClose}
    >
      {(form) => <DateField {...form.bind("pledged_on")} label={t("pledgedOn")} required />}
    </FormDialog>
  );
}

export function LinkAccount({ contract, worker, onClose }: Props) {
  const t = useText(workerText);
  const words = useText(announceText);
  const people = useQuery(colleaguesQuery(contract.id)).data?.items ?? [];
  const accounts = new Map(
    people.filter(({ side }) => side === "contractor").map(({ person_id, name }) => [person_id, name]),
  );
  return (
    <FormDialog
      title={t("linkAccount")}
      submit={t("save")}
      initial={{ person_id: worker.person_id ?? "" }}
      mutation={useLinkAccount(contract.id, worker)}
      input={({ person_id }) => ({ person_id: person_id || null })}
      done={message(workerText, "linkDone")}
      onClose={onClose}
    >
      {(form) => (
        <SelectField
          {...form.bind("person_id")}
          label={t("account")}
          hint={words("accountHint")}
          none={words("noAccount")}
          options={[...accounts].map(([value, label]) => ({ value, label }))}
        />
      )}
    </FormDialog>
  );
}
