import type { ReactNode } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { ApprovalFormKind, ApproverPanel } from "../../api/types";
import { type Errors, useForm } from "../../lib/form";
import { type Message, message, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { SelectField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { useAddApprover, useAddDeputy } from "./approval.queries";
import { approvalText } from "./approval.text";

type Candidates = ApproverPanel["candidates"];
const choices = (candidates: Candidates) => candidates.map(({ id, name }) => ({ value: id, label: name }));

interface FrameProps<T extends object, Input> {
  title: string;
  initial: T;
  validate: (values: T) => Errors<T>;
  mutation: {
    isPending: boolean;
    isError: boolean;
    error: unknown;
    mutateAsync: (input: Input) => Promise<unknown>;
  };
  input: (values: T) => Input;
  done: Message;
  onClose: () => void;
  children: (form: ReturnType<typeof useForm<T>>) => ReactNode;
}

function FormInDialog<T extends object, Input>({ mutation, ...props }: FrameProps<T, Input>) {
  const form = useForm<T>({ initial: props.initial, validate: props.validate });
  const submit = async () => {
    if (!form.check()) return;
    await mutation.mutateAsync(props.input(form.values));
    announce(props.done);
    props.onClose();
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch((error) => form.setErrors(errorsOf(problemOf(error), form.values)));
        }}
      >
        {mutation.isError && <ProblemBanner problem={problemOf(mutation.error)} />}
        <ErrorSummary errors={form.list} />
        {props.children(form)}
        <DialogActions onCancel={props.onClose}>
          <Button type="submit" look="solid" busy={mutation.isPending}>
            {props.title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface Props {
  contract: string;
  candidates: Candidates;
  onClose: () => void;
}

const approverErrors = ({ kind, person_id }: { kind: string; person_id: string }) => ({
  ...(kind === "" && { kind: message(approvalText, "chooseKind") }),
  ...(person_id === "" && { person_id: message(approvalText, "choosePerson") }),
});

export function AddApprover({ contract, kinds, candidates, onClose }: Props & { kinds: ApprovalFormKind[] }) {
  const t = useText(approvalText);
  const say = useSay();
  const stepsOf = (id: string) => kinds.find((kind) => kind.id === id)?.steps ?? [];
  return (
    <FormInDialog
      title={t("addApprover")}
      initial={{ kind: "", step: "0", person_id: "" }}
      validate={approverErrors}
      mutation={useAddApprover(contract)}
      input={({ kind, step, person_id }) => ({ kind, step: Number(step), person_id })}
      done={message(approvalText, "approverAdded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("kind")}
            label={t("kind")}
            required
            none={t("choose")}
            options={kinds.map(({ id, label }) => ({ value: id, label: say(label) }))}
            onChange={(kind) => form.set({ kind, step: "0" })}
          />
          {stepsOf(form.values.kind).length > 1 && (
            <SelectField
              {...form.bind("step")}
              label={t("step")}
              required
              options={stepsOf(form.values.kind).map((label, step) => ({
                value: String(step),
                label: `${step + 1} ${say(label)}`,
              }))}
            />
          )}
          <SelectField
            {...form.bind("person_id")}
            label={t("person")}
            required
            none={t("choose")}
            options={choices(candidates)}
          />
        </>
      )}
    </FormInDialog>
  );
}

interface DeputyValues {
  person_id: string;
  deputy_id: string;
  first: string;
  last: string;
}

export function deputyErrors({ person_id, deputy_id, first, last }: DeputyValues): Errors<DeputyValues> {
  const [from, to] = [parseWrittenDay(first), parseWrittenDay(last)];
  return {
    ...(person_id === "" && { person_id: message(approvalText, "choosePerson") }),
    ...(deputy_id === "" && { deputy_id: message(approvalText, "choosePerson") }),
    ...(deputy_id !== "" && deputy_id === person_id && { deputy_id: message(approvalText, "samePerson") }),
    ...(!from && { first: message(approvalText, "chooseDay") }),
    ...(!to && { last: message(approvalText, "chooseDay") }),
    ...(from && to && to < from && { last: message(approvalText, "lastBeforeFirst") }),
  };
}

export function AddDeputy({ contract, candidates, onClose }: Props) {
  const t = useText(approvalText);
  return (
    <FormInDialog<DeputyValues, DeputyValues>
      title={t("addDeputy")}
      initial={{ person_id: "", deputy_id: "", first: today(), last: today() }}
      validate={deputyErrors}
      mutation={useAddDeputy(contract)}
      input={(values) => ({
        ...values,
        first: parseWrittenDay(values.first) ?? values.first,
        last: parseWrittenDay(values.last) ?? values.last,
      })}
      done={message(approvalText, "deputyAdded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("person_id")}
            label={t("person")}
            required
            none={t("choose")}
            options={choices(candidates)}
          />
          <SelectField
            {...form.bind("deputy_id")}
            label={t("deputy")}
            required
            none={t("choose")}
            options={choices(candidates)}
          />
          <DateField {...form.bind("first")} label={t("firstDay")} required />
          <DateField {...form.bind("last")} label={t("lastDay")} required />
        </>
      )}
    </FormInDialog>
  );
}
