import { roles, scopeOf, sideOf } from "../../api/role";
import { roleText } from "../../api/role.text";
import { useSide } from "../../api/session";
import type { Role, Token } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { SelectField, TextField } from "../../ui/Field";
import { useMakeToken, useRevokeToken } from "./admin.queries";
import { adminText, rolesText, tokensText } from "./admin.text";
import { Once } from "./Once";

interface Props {
  contract: string;
  onClose: () => void;
}

export function MakeToken({ contract, onClose }: Props) {
  const t = useText(tokensText);
  const admin = useText(adminText);
  const choose = useText(rolesText);
  const role = useText(roleText);
  const side = useSide(contract);
  const make = useMakeToken(contract);
  if (make.data)
    return (
      <Once
        title={t("secretTitle", { name: make.data.name })}
        label={t("secret")}
        value={make.data.secret}
        note={t("secretUse")}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={t("add")}
      submit={t("add")}
      initial={{ name: "", role: "", expires_on: "" }}
      validate={({ name, role: chosen, expires_on }) => ({
        ...(name.trim() === "" && { name: message(tokensText, "enterName") }),
        ...(chosen === "" && { role: message(rolesText, "chooseRole") }),
        ...(expires_on !== "" &&
          !parseWrittenDay(expires_on) && { expires_on: message(tokensText, "expiresWrong") }),
      })}
      mutation={make}
      input={({ name, role: chosen, expires_on }) => ({
        name: name.trim(),
        role: chosen as Role,
        ...(expires_on !== "" && { expires_on: parseWrittenDay(expires_on) ?? expires_on }),
      })}
      onDone={() => undefined}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("name")}
            label={t("name")}
            hint={t("nameHint")}
            required
            maxLength={100}
            autoComplete="off"
          />
          <SelectField
            {...form.bind("role")}
            label={admin("role")}
            required
            none={choose("choose")}
            options={roles
              .filter((each) => [side, "neutral"].includes(sideOf(each)) && scopeOf(each) === "contract")
              .map((value) => ({ value, label: role(value) }))}
          />
          <DateField {...form.bind("expires_on")} label={t("expires")} hint={t("expiresHint")} />
        </>
      )}
    </FormDialog>
  );
}

export function RevokeToken({ contract, token, onClose }: Props & { token: Token }) {
  const t = useText(tokensText);
  return (
    <FormDialog
      title={t("revokeNamed", { name: token.name })}
      submit={t("revoke")}
      danger
      initial={{}}
      mutation={useRevokeToken(contract)}
      input={() => token.id}
      done={message(tokensText, "revoked")}
      onClose={onClose}
    >
      {() => <p>{t("revokeConfirm")}</p>}
    </FormDialog>
  );
}
