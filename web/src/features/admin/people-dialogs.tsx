import { problemOf } from "../../api/problem";
import type { Person } from "../../api/types";
import { type Message, message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { Check, ChoiceField, TextField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { useAddPerson, useEditPerson, useMakeLink } from "./admin.queries";
import { adminText, peopleText } from "./admin.text";
import { Once } from "./Once";

type Language = Person["language"];

const isLogin = (login: string): boolean => /^[A-Za-z0-9._@-]{1,64}$/.test(login.normalize("NFKC").trim());
const nameError = (name: string) => (name.trim() === "" ? { name: message(adminText, "enterName") } : {});

function useLanguages() {
  const t = useText(peopleText);
  return (["ja", "en"] as const).map((value) => ({ value, label: t(value) }));
}

function Mail(field: {
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: Message | undefined;
}) {
  const admin = useText(adminText);
  return (
    <TextField
      {...field}
      label={admin("address")}
      hint={admin("addressHint")}
      optional
      type="email"
      maxLength={254}
      autoComplete="off"
    />
  );
}

export function AddPerson({ onClose }: { onClose: () => void }) {
  const t = useText(peopleText);
  const admin = useText(adminText);
  const languages = useLanguages();
  return (
    <FormDialog
      title={t("add")}
      submit={admin("save")}
      initial={{ name: "", login: "", mail: "", language: "ja" as Language, administrator: false }}
      validate={({ name, login }) => ({
        ...nameError(name),
        ...(!isLogin(login) && { login: message(peopleText, "loginWrong") }),
      })}
      mutation={useAddPerson()}
      input={(values) => ({
        ...values,
        name: values.name.trim(),
        login: values.login.normalize("NFKC").trim(),
      })}
      onDone={({ name }) => {
        announce(message(peopleText, "added", { name }));
        onClose();
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("name")}
            label={admin("name")}
            hint={admin("nameHint")}
            required
            maxLength={100}
            autoComplete="off"
          />
          <TextField
            {...form.bind("login")}
            label={t("login")}
            hint={t("loginHint")}
            required
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="off"
          />
          <Mail {...form.bind("mail")} />
          <ChoiceField {...form.bind("language")} label={t("language")} options={languages} />
          <Check
            label={t("administratorCheck")}
            checked={form.values.administrator}
            onChange={(administrator) => form.set({ administrator })}
          />
        </>
      )}
    </FormDialog>
  );
}

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useText(peopleText);
  const admin = useText(adminText);
  const languages = useLanguages();
  const { name, language, mail, administrator, disabled } = person;
  return (
    <FormDialog
      title={t("editNamed", { name })}
      submit={admin("save")}
      initial={{ name, language, mail, administrator, disabled }}
      validate={(values) => nameError(values.name)}
      mutation={useEditPerson()}
      input={(values) => ({ person, body: { ...values, name: values.name.trim() } })}
      conflict={message(peopleText, "changedElsewhere")}
      onDone={(values) => {
        announce(message(peopleText, "changed", { name: values.name }));
        onClose();
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("name")}
            label={admin("name")}
            hint={admin("nameHint")}
            required
            maxLength={100}
            autoComplete="off"
          />
          <Mail {...form.bind("mail")} />
          <ChoiceField {...form.bind("language")} label={t("language")} options={languages} />
          <div>
            <Check
              label={t("administratorCheck")}
              checked={form.values.administrator}
              onChange={(checked) => form.set({ administrator: checked })}
            />
            <br />
            <Check
              label={t("disabledCheck")}
              checked={form.values.disabled}
              onChange={(checked) => form.set({ disabled: checked })}
            />
          </div>
        </>
      )}
    </FormDialog>
  );
}

/** Asks first: every new link withdraws the one before. */
export function LinkDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useText(peopleText);
  const make = useMakeLink();
  const title = t("linkFor", { name: person.name });
  if (make.data) {
    const { url, expires_at } = make.data;
    return (
      <Once
        title={title}
        label={t("link")}
        value={new URL(url, window.location.origin).href}
        note={t("linkWorks", { until: sayInstant(expires_at) })}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {make.isError && <ProblemBanner problem={problemOf(make.error)} />}
      <p>{t("linkConfirm")}</p>
      <DialogActions onCancel={onClose}>
        <Button look="solid" busy={make.isPending} onClick={() => make.mutate(person.id)}>
          {t("makeLink")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
