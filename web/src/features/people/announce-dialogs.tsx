import { useQuery } from "@tanstack/react-query";
import type { Contract } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { SelectField, TextAreaField } from "../../ui/Field";
import { blankEntry, EntryFields, entryErrors, entryIn } from "./EntryFields";
import { blankNotice, NoticeFields, noticeErrors, noticeIn } from "./NoticeFields";
import {
  colleaguesQuery,
  type RosterChange,
  type RosterEntry,
  type RosterRules,
  useAnnounceChange,
  useAnnounceEntry,
  useWithdraw,
  type Worker,
} from "./people.queries";
import { announceText, peopleText } from "./people.text";

interface Props {
  contract: Contract;
  rules: RosterRules;
  onClose: () => void;
}

const isResponsible = ({ duties }: RosterEntry): boolean => duties.includes("responsible");

export function AnnounceEntry({ contract, rules, onClose }: Props) {
  const t = useText(announceText);
  const mutation = useAnnounceEntry(contract.id);
  const people = useQuery(colleaguesQuery(contract.id)).data?.items ?? [];
  const accounts = people.filter(({ side }) => side === "contractor");
  const options = [...new Map(accounts.map(({ person_id, name }) => [person_id, name]))];
  return (
    <FormDialog
      wide
      title={t("entryTitle")}
      submit={t("submit")}
      initial={{ ...blankEntry, ...blankNotice, person_id: "" }}
      validate={(values) => ({ ...entryErrors(values), ...noticeErrors(values) })}
      mutation={mutation}
      input={(values) => ({
        entry: entryIn(values),
        ...noticeIn(values),
        person_id: values.person_id || null,
      })}
      done={message(announceText, "doneEntry")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <EntryFields contract={contract} form={form} asked={rules.duties} />
          <SelectField
            {...form.bind("person_id")}
            label={t("account")}
            hint={t("accountHint")}
            none={t("noAccount")}
            options={options.map(([value, label]) => ({ value, label }))}
          />
          <NoticeFields
            contract={contract}
            rules={rules}
            form={form}
            label={t("effectEntry")}
            fixed={rules.responsible_fixed && isResponsible(form.values)}
          />
        </>
      )}
    </FormDialog>
  );
}

interface ChangeProps extends Props {
  worker: Worker;
  /** `entry` is a return of somebody who left. */
  kind: "change" | "entry";
}

export function AnnounceChange({ contract, rules, worker, kind, onClose }: ChangeProps) {
  const t = useText(announceText);
  const mutation = useAnnounceChange(contract.id, worker);
  const { name } = worker.entry;
  return (
    <FormDialog
      wide
      title={t(kind === "change" ? "changeTitle" : "returnTitle", { name })}
      submit={t("submit")}
      initial={{ ...worker.entry, ...blankNotice }}
      validate={(values) => ({ ...entryErrors(values), ...noticeErrors(values) })}
      mutation={mutation}
      input={(values) => ({ kind, entry: entryIn(values), ...noticeIn(values) })}
      done={message(announceText, kind === "change" ? "doneChange" : "doneEntry")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <EntryFields contract={contract} form={form} asked={rules.duties} />
          <NoticeFields
            contract={contract}
            rules={rules}
            form={form}
            label={t(kind === "change" ? "effectChange" : "effectEntry")}
            fixed={rules.responsible_fixed && (isResponsible(worker.entry) || isResponsible(form.values))}
          />
        </>
      )}
    </FormDialog>
  );
}

export function AnnounceLeaving({ contract, rules, worker, onClose }: Omit<ChangeProps, "kind">) {
  const t = useText(announceText);
  const mutation = useAnnounceChange(contract.id, worker);
  return (
    <FormDialog
      title={t("leavingTitle", { name: worker.entry.name })}
      submit={t("submit")}
      danger
      initial={blankNotice}
      validate={noticeErrors}
      mutation={mutation}
      input={(values) => ({ kind: "leaving" as const, entry: null, ...noticeIn(values) })}
      done={message(announceText, "doneLeaving")}
      onClose={onClose}
    >
      {(form) => (
        <NoticeFields
          contract={contract}
          rules={rules}
          form={form}
          label={t("effectLeaving")}
          hint={t("effectLeavingHint")}
          fixed={rules.responsible_fixed && isResponsible(worker.entry)}
        />
      )}
    </FormDialog>
  );
}

export function WithdrawChange({
  contract,
  change,
  version,
  onClose,
}: {
  contract: Contract;
  change: RosterChange;
  /** Of the worker. */
  version: number;
  onClose: () => void;
}) {
  const t = useText(announceText);
  const people = useText(peopleText);
  const mutation = useWithdraw(contract.id, version, change);
  return (
    <FormDialog
      title={t("withdrawNamed", { name: change.entry.name, kind: people(change.kind) })}
      submit={t("withdraw")}
      danger
      initial={{ reason: "" }}
      validate={({ reason }) =>
        reason.trim() === "" ? { reason: message(announceText, "enterReason") } : {}
      }
      mutation={mutation}
      input={({ reason }) => ({ reason: reason.trim() })}
      done={message(announceText, "withdrawn")}
      onClose={onClose}
    >
      {(form) => <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={3} />}
    </FormDialog>
  );
}
