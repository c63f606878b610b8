import { useState } from "react";
import type { components } from "../../api/schema.gen";
import { message, useSay, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { Check, FieldGroup, TextField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { Once } from "./Once";
import {
  useAddWebhook,
  useEditWebhook,
  useRemoveWebhook,
  useRenewSecret,
  type Webhook,
} from "./outside.queries";
import { webhookText } from "./outside.text";

type WebhookList = components["schemas"]["WebhookList"];
type Group = Webhook["groups"][number];

interface Props {
  contract: string;
  onClose: () => void;
}

interface Typed {
  name: string;
  url: string;
  groups: Group[];
  disabled: boolean;
}

const errorsOf = ({ name, url, groups }: Typed) => ({
  ...(name.trim() === "" && { name: message(webhookText, "enterName") }),
  ...(url.trim() === "" && { url: message(webhookText, "enterUrl") }),
  ...(groups.length === 0 && { groups: message(webhookText, "chooseGroup") }),
});

function Fields({ form, list }: { form: FormOf<Typed>; list: WebhookList }) {
  const t = useText(webhookText);
  const say = useSay();
  const { groups } = form.values;
  return (
    <>
      <TextField
        {...form.bind("name")}
        label={t("name")}
        hint={t("nameHint")}
        required
        maxLength={100}
        autoComplete="off"
      />
      <TextField
        {...form.bind("url")}
        label={t("url")}
        hint={t(list.plain_http ? "urlHintHttp" : "urlHint")}
        required
        type="url"
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
      />
      <FieldGroup name="groups" label={t("groups")} required error={form.errors.groups}>
        <div className="choices">
          {list.groups.map(({ group, label }) => (
            <Check
              key={group}
              label={say(label)}
              checked={groups.includes(group)}
              onChange={(checked) =>
                form.set({ groups: checked ? [...groups, group] : groups.filter((each) => each !== group) })
              }
            />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}

export function AddWebhook({ contract, list, onClose }: Props & { list: WebhookList }) {
  const t = useText(webhookText);
  const add = useAddWebhook(contract);
  if (add.data)
    return (
      <Once
        title={t("secretTitle", { name: add.data.webhook.name })}
        label={t("secret")}
        value={add.data.secret}
        note={t("secretUse")}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={t("add")}
      submit={t("add")}
      initial={{ name: "", url: "", groups: [], disabled: false } as Typed}
      validate={errorsOf}
      mutation={add}
      input={({ name, url, groups }) => ({ name: name.trim(), url: url.trim(), groups })}
      onDone={() => announce(message(webhookText, "added"))}
      onClose={onClose}
    >
      {(form) => <Fields form={form} list={list} />}
    </FormDialog>
  );
}

export function EditWebhook({
  contract,
  list,
  webhook,
  onClose,
}: Props & { list: WebhookList; webhook: Webhook }) {
  const t = useText(webhookText);
  const { name, url, groups, disabled_at } = webhook;
  return (
    <FormDialog
      title={t("editNamed", { name })}
      submit={t("save")}
      initial={{ name, url, groups, disabled: Boolean(disabled_at) } as Typed}
      validate={errorsOf}
      mutation={useEditWebhook(contract)}
      input={(values: Typed) => ({
        webhook,
        body: { ...values, name: values.name.trim(), url: values.url.trim() },
      })}
      conflict={message(webhookText, "changedElsewhere")}
      done={message(webhookText, "changed")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Fields form={form} list={list} />
          <Check
            label={t("disabledCheck")}
            checked={form.values.disabled}
            onChange={(disabled) => form.set({ disabled })}
          />
        </>
      )}
    </FormDialog>
  );
}

export function RenewSecret({ contract, webhook, onClose }: Props & { webhook: Webhook }) {
  const t = useText(webhookText);
  const renew = useRenewSecret(contract);
  const [secret, setSecret] = useState("");
  if (secret !== "")
    return (
      <Once
        title={t("secretTitle", { name: webhook.name })}
        label={t("secret")}
        value={secret}
        note={t("secretUse")}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={t("secretTitle", { name: webhook.name })}
      submit={t("renew")}
      danger
      initial={{}}
      mutation={renew}
      input={() => webhook.id}
      onDone={(_, { secret: made }) => setSecret(made)}
      onClose={onClose}
    >
      {() => <p>{t("renewConfirm")}</p>}
    </FormDialog>
  );
}

export function RemoveWebhook({ contract, webhook, onClose }: Props & { webhook: Webhook }) {
  const t = useText(webhookText);
  return (
    <FormDialog
      title={t("removeNamed", { name: webhook.name })}
      submit={t("remove")}
      danger
      initial={{}}
      mutation={useRemoveWebhook(contract)}
      input={() => webhook.id}
      done={message(webhookText, "removed")}
      onClose={onClose}
    >
      {() => <p>{t("removeConfirm")}</p>}
    </FormDialog>
  );
}
