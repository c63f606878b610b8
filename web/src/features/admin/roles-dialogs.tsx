import { useQuery } from "@tanstack/react-query";
import { roles, scopeOf, sideOf } from "../../api/role";
import { roleText } from "../../api/role.text";
import { today } from "../../api/session";
import type { Member, Role } from "../../api/types";
import { addDays } from "../../lib/day";
import type { Errors } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextField } from "../../ui/Field";
import { membersQuery, peopleQuery, useAddMember, useEndMember } from "./admin.queries";
import { adminText, rolesText } from "./admin.text";

type Until = "fiscalYear" | "open" | "onDay";

interface Values {
  person_id: string;
  role: string;
  division: string;
  site_id: string;
  from: string;
  until: Until;
  to: string;
}

const scopeIn = ({ role }: Values) => (role === "" ? "contract" : scopeOf(role as Role));

const errorsIn = (values: Values): Errors<Values> => ({
  ...(values.person_id === "" && { person_id: message(rolesText, "choosePerson") }),
  ...(values.role === "" && { role: message(rolesText, "chooseRole") }),
  ...(scopeIn(values) === "division" &&
    values.division.trim() === "" && { division: message(rolesText, "enterDivision") }),
  ...(scopeIn(values) === "site" && values.site_id === "" && { site_id: message(rolesText, "chooseSite") }),
  ...(!parseWrittenDay(values.from) && { from: message(rolesText, "enterFrom") }),
  ...(values.until === "onDay" && !parseWrittenDay(values.to) && { to: message(rolesText, "enterTo") }),
});

/** People say the last day, the server the first day after it. No end at all is said as null; left out, the server ends it with the fiscal year. */
function endOf({ until, to }: Values): { to?: string | null } {
  if (until === "fiscalYear") return {};
  const last = parseWrittenDay(to);
  return { to: until === "open" ? null : last ? addDays(last, 1) : to };
}

interface Props {
  contract: string;
  onClose: () => void;
}

export function AddMember({ contract, onClose }: Props) {
  const t = useText(rolesText);
  const admin = useText(adminText);
  const role = useText(roleText);
  const people = useQuery(peopleQuery).data?.items ?? [];
  const { sites = [], divisions = [] } = useQuery(membersQuery(contract)).data ?? {};
  const known = divisions.length > 0 ? t("knownDivisions", { list: divisions.join(t("comma")) }) : "";
  return (
    <FormDialog
      title={t("add")}
      submit={t("add")}
      initial={{
        person_id: "",
        role: "",
        division: "",
        site_id: "",
        from: today(),
        until: "fiscalYear",
        to: "",
      }}
      validate={errorsIn}
      mutation={useAddMember(contract)}
      input={(values) => ({
        person_id: values.person_id,
        role: values.role as Role,
        ...(scopeIn(values) === "division" && { division: values.division.trim() }),
        ...(scopeIn(values) === "site" && { site_id: values.site_id }),
        from: parseWrittenDay(values.from) ?? values.from,
        ...endOf(values),
      })}
      done={message(rolesText, "added")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("person_id")}
            label={t("person")}
            required
            none={t("choose")}
            options={people
              .filter(({ disabled }) => !disabled)
              .map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
          />
          <SelectField
            {...form.bind("role")}
            label={admin("role")}
            hint={t("bothSides")}
            required
            none={t("choose")}
            options={roles.map((value) => ({ value, label: `${admin(sideOf(value))}: ${role(value)}` }))}
          />
          {scopeIn(form.values) === "division" && (
            <TextField
              {...form.bind("division")}
              label={t("division")}
              hint={t("divisionHint", { known })}
              required
              maxLength={200}
            />
          )}
          {scopeIn(form.values) === "site" && (
            <SelectField
              {...form.bind("site_id")}
              label={t("site")}
              hint={t("siteHint")}
              required
              none={t("choose")}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <DateField {...form.bind("from")} label={t("from")} required />
          <ChoiceField
            {...form.bind("until")}
            label={t("until")}
            options={(["fiscalYear", "open", "onDay"] as const).map((value) => ({ value, label: t(value) }))}
          />
          {form.values.until === "onDay" && (
            <DateField {...form.bind("to")} label={t("to")} hint={t("toHint")} required />
          )}
        </>
      )}
    </FormDialog>
  );
}

export function EndMember({ contract, member, onClose }: Props & { member: Member }) {
  const t = useText(rolesText);
  const role = useText(roleText);
  return (
    <FormDialog
      title={t("endNamed", { name: member.name, role: role(member.role) })}
      submit={t("end")}
      danger
      initial={{}}
      mutation={useEndMember(contract)}
      input={() => member.id}
      done={message(rolesText, "ended")}
      onClose={onClose}
    >
      {() => <p>{t("endConfirm")}</p>}
    </FormDialog>
  );
}
