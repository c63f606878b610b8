import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useContractDay } from "../../api/contract";
import { useRowMutation } from "../../api/row-mutation";
import { useSession } from "../../api/session";
import type {
  PlanRecoveryEdition,
  RecordRecoveryStep,
  RecoveryEdition,
  RecoveryFamily,
} from "../../api/types";
import { type Message, message, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { acceptEdition, openJobsQuery, planEdition, recordStep, sendEditionBack } from "./recovery.queries";
import { editionAct, recoveryText } from "./recovery.text";

/** A day as it was written, for the API. */
export const dayOf = (written: string): string => parseWrittenDay(written) ?? written;

/** A refusal for each of these that is empty. */
export function missing<T extends object>(values: T, labels: Partial<Record<keyof T & string, Message>>) {
  return Object.fromEntries(
    Object.entries(labels)
      .filter(([name]) => String(values[name as keyof T] ?? "").trim() === "")
      .map(([name, label]) => [name, message(recoveryText, "missingField", { label: label as Message })]),
  ) as Partial<Record<keyof T & string, Message>>;
}

const label = (key: keyof typeof recoveryText & string) => message(recoveryText, key as "model");

export function useRefresh(contract: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ["recovery", contract] }),
      client.invalidateQueries({ queryKey: ["register", contract] }),
      client.invalidateQueries({ queryKey: ["media", contract] }),
    ]);
  };
}

interface PlanProps {
  contract: string;
  families: readonly RecoveryFamily[];
  origin: "first" | "update";
  onClose: () => void;
}

const planning = {
  family: "",
  model: "",
  number: "",
  planned_on: "",
  changes: "",
  request_id: "",
  instruction: "",
  agreement: "",
  note: "",
};

/** Plans an update, or enters a first edition that is there already. */
export function PlanDialog({ contract, families, origin, onClose }: PlanProps) {
  const t = useText(recoveryText);
  const navigate = useNavigate();
  const refresh = useRefresh(contract);
  const present = useContractDay();
  const isUpdate = origin === "update";
  const mutation = useMutation({
    mutationFn: (body: PlanRecoveryEdition) => planEdition(contract, body),
    onSuccess: refresh,
  });
  return (
    <FormDialog
      title={t(isUpdate ? "plan" : "enterFirst")}
      submit={t(isUpdate ? "plan" : "enterFirst")}
      initial={{ ...planning, planned_on: present }}
      validate={(values) =>
        missing(values, {
          family: label("family"),
          model: label("model"),
          number: label("number"),
          planned_on: label(isUpdate ? "plannedOn" : "releasedOn"),
          ...(isUpdate && { changes: label("changes") }),
          ...(isUpdate && values.request_id === "" && { instruction: label("instruction") }),
        })
      }
      mutation={mutation}
      input={(values) => ({
        ...values,
        origin,
        planned_on: dayOf(values.planned_on),
        request_id: values.request_id || null,
      })}
      done={message(recoveryText, isUpdate ? "planned" : "entered")}
      onDone={(_, made) =>
        navigate({ to: "/contracts/$contract/recovery/$edition", params: { contract, edition: made.id } })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          {!isUpdate && <p className="quiet">{t("firstAbout")}</p>}
          <FamilyFields families={families} isUpdate={isUpdate} form={form} />
          <TextField
            {...form.bind("number")}
            label={t("number")}
            hint={t("numberHint")}
            required
            maxLength={100}
          />
          <DateField {...form.bind("planned_on")} label={t(isUpdate ? "plannedOn" : "releasedOn")} required />
          <TextAreaField
            {...form.bind("changes")}
            label={t("changes")}
            required={isUpdate}
            optional={!isUpdate}
            rows={2}
            maxLength={1000}
          />
          {isUpdate && <Instruction contract={contract} form={form} />}
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

interface FamilyFieldsProps {
  families: readonly RecoveryFamily[];
  isUpdate: boolean;
  form: FormOf<typeof planning>;
}

/** An update is of a model that is there; a first edition can be of one that is yet to come. */
function FamilyFields({ families, isUpdate, form }: FamilyFieldsProps) {
  const t = useText(recoveryText);
  const say = useSay();
  const models = families.find(({ id }) => id === form.values.family)?.models ?? [];
  return (
    <>
      <SelectField
        {...form.bind("family")}
        onChange={(family) => {
          const [only, ...others] = families.find(({ id }) => id === family)?.models ?? [];
          form.set({ family, model: only && others.length === 0 ? only.model : "" });
        }}
        label={t("family")}
        none={t("familyNone")}
        required
        options={families.map(({ id, label: name }) => ({ value: id, label: say(name) }))}
      />
      {isUpdate ? (
        <SelectField
          {...form.bind("model")}
          label={t("model")}
          none={t("familyNone")}
          required
          options={models.map(({ model }) => ({ value: model, label: model }))}
        />
      ) : (
        <TextField
          {...form.bind("model")}
          label={t("model")}
          hint={t("modelHint")}
          required
          maxLength={200}
        />
      )}
    </>
  );
}

function Instruction({ contract, form }: { contract: string; form: FormOf<typeof planning> }) {
  const t = useText(recoveryText);
  const jobs = useQuery(openJobsQuery(contract)).data?.items ?? [];
  return (
    <>
      <SelectField
        {...form.bind("request_id")}
        label={t("job")}
        none={t("jobNone")}
        options={jobs.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      {form.values.request_id === "" && (
        <TextField
          {...form.bind("instruction")}
          label={t("instruction")}
          hint={t("instructionHint")}
          required
          maxLength={1000}
        />
      )}
      <TextField
        {...form.bind("agreement")}
        label={t("agreement")}
        hint={t("agreementHint")}
        optional
        maxLength={1000}
      />
    </>
  );
}

type Act = RecordRecoveryStep["act"];

interface StepProps {
  contract: string;
  edition: RecoveryEdition;
  acts: readonly Act[];
  onClose: () => void;
}

export function StepDialog({ contract, edition, acts, onClose }: StepProps) {
  const t = useText(recoveryText);
  const word = useText(editionAct);
  const { person } = useSession();
  const present = useContractDay();
  const refresh = useRefresh(contract);
  const mutation = useRowMutation(
    edition,
    (over, body: RecordRecoveryStep) => recordStep(contract, over, body),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t("record")}
      submit={t("record")}
      initial={{ act: acts[0] ?? ("begun" as Act), on: present, person: person.name, note: "" }}
      validate={(values) =>
        missing(values, {
          on: label("on"),
          person: label("person"),
          ...(values.act === "cancelled" && { note: label("why") }),
        })
      }
      mutation={mutation}
      input={(values) => ({ ...values, on: dayOf(values.on) })}
      done={message(recoveryText, "recorded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("act")}
            onChange={(act) => form.set({ act: act as Act })}
            label={t("act")}
            options={acts.map((value) => ({ value, label: word(value) }))}
          />
          <DateField {...form.bind("on")} label={t("on")} required />
          <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
          <TextAreaField
            {...form.bind("note")}
            label={t(form.values.act === "cancelled" ? "why" : "note")}
            required={form.values.act === "cancelled"}
            optional={form.values.act !== "cancelled"}
            rows={2}
            maxLength={1000}
          />
        </>
      )}
    </FormDialog>
  );
}

interface DecideProps {
  contract: string;
  edition: RecoveryEdition;
  accepts: boolean;
  onClose: () => void;
}

/** The city takes an edition, or sends it back with a reason. */
export function DecideDialog({ contract, edition, accepts, onClose }: DecideProps) {
  const t = useText(recoveryText);
  const refresh = useRefresh(contract);
  const decide = accepts ? acceptEdition : sendEditionBack;
  const mutation = useRowMutation(edition, (over, note: string) => decide(contract, over, note), {
    onSuccess: refresh,
    onConflict: refresh,
  });
  return (
    <FormDialog
      title={t(accepts ? "accept" : "sendBack")}
      submit={t(accepts ? "accept" : "sendBack")}
      initial={{ note: "" }}
      validate={(values) => (accepts ? {} : missing(values, { note: label("why") }))}
      mutation={mutation}
      input={({ note }) => note}
      done={message(recoveryText, accepts ? "accepted" : "sentBack")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {accepts && <p>{t("acceptAbout")}</p>}
          <TextAreaField
            {...form.bind("note")}
            label={t(accepts ? "note" : "why")}
            required={!accepts}
            optional={accepts}
            rows={3}
            maxLength={1000}
          />
        </>
      )}
    </FormDialog>
  );
}
