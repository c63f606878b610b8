import { today } from "../../api/session";
import type { ApprovalFormKind, ApproverPanel } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { SelectField } from "../../ui/Field";
import { useAddApprover, useAddDeputy } from "./approval.queries";
import { approvalText } from "./approval.text";

type Candidates = ApproverPanel["candidates"];
const choices = (candidates: Candidates) => candidates.map(({ id, name }) => ({ value: id, label: name }));

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
    <FormDialog
      title={t("addApprover")}
      submit={t("addApprover")}
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
    </FormDialog>
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
    <FormDialog
      title={t("addDeputy")}
      submit={t("addDeputy")}
      initial={{ person_id: "", deputy_id: "", first: today(), last: today() } as DeputyValues}
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
    </FormDialog>
  );
}
