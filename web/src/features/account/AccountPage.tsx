import { Link } from "@tanstack/react-router";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { roleText } from "../../api/role.text";
import { useSession } from "../../api/session";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { TextField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { useChangeMail, useChangePassword } from "./account.queries";
import { accountText } from "./account.text";
import { CalendarFeeds } from "./CalendarFeeds";
import { passwordErrors } from "./password-rule";

/** What somebody can see and change about their own account. */
export default function AccountPage() {
  const t = useText(accountText);
  return (
    <Page title={t("accountTitle")}>
      <div className="columns">
        <div className="stack">
          <Roles />
          <Block title={t("mailTitle")}>
            <MailForm />
          </Block>
          <Told />
        </div>
        <Block title={t("changePassword")}>
          <PasswordForm />
        </Block>
        <CalendarFeeds />
      </div>
    </Page>
  );
}

function Roles() {
  const t = useText(accountText);
  const role = useText(roleText);
  const { memberships, administrator, person } = useSession();
  return (
    <Block title={person.name} count={person.login}>
      {administrator && <p>{t("administrator")}</p>}
      {memberships.length === 0 ? (
        <p>{t("noRoles")}</p>
      ) : (
        <Table caption={t("rolesTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("contract")}</th>
              <th scope="col">{t("role")}</th>
            </tr>
          </thead>
          <tbody>
            {memberships.map((membership) => (
              <tr
                key={[
                  membership.contract_id,
                  membership.role,
                  membership.division,
                  membership.site_id,
                ].join()}
              >
                <th scope="row">{membership.contract_title}</th>
                <td>
                  {role(membership.role)}
                  {membership.division && ` ${membership.division}`}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

/** Where notices are mailed to. */
function MailForm() {
  const t = useText(accountText);
  const { person } = useSession();
  const change = useChangeMail();
  const form = useForm({ initial: { mail: person.mail }, validate: () => ({}) });
  const submit = async () => {
    await change.mutateAsync({ mail: form.values.mail });
    announce(message(accountText, "mailChanged"));
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch((error) => form.setErrors(errorsOf(problemOf(error), form.values)));
      }}
    >
      {change.isError && <ProblemBanner problem={problemOf(change.error)} />}
      <TextField
        {...form.bind("mail")}
        label={t("mail")}
        hint={t("mailHint")}
        type="email"
        maxLength={254}
        autoComplete="email"
      />
      <div className="actions">
        <Button type="submit" busy={change.isPending}>
          {t("saveMail")}
        </Button>
      </div>
    </form>
  );
}

/** The way to the choices of each contract. */
function Told() {
  const t = useText(accountText);
  const { memberships } = useSession();
  const contracts = new Map(memberships.map((each) => [each.contract_id, each.contract_title]));
  if (contracts.size === 0) return null;
  return (
    <Block title={t("toldTitle")}>
      <ul className="plain-list">
        {[...contracts].map(([contract, title]) => (
          <li key={contract}>
            <Link to="/contracts/$contract/notices/choices" params={{ contract }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function PasswordForm() {
  const t = useText(accountText);
  const change = useChangePassword();
  const form = useForm({
    initial: { current: "", password: "", repeat: "" },
    validate: (values) => ({
      ...(values.current === "" && { current: message(accountText, "enterPassword") }),
      ...passwordErrors(values),
    }),
  });
  const submit = async () => {
    if (!form.check()) return;
    await change.mutateAsync({ current: form.values.current, next: form.values.password });
    form.reset();
    announce(message(accountText, "passwordChanged"));
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch((error) => form.setErrors(errorsOf(problemOf(error), form.values)));
      }}
    >
      {change.isError && <ProblemBanner problem={problemOf(change.error)} />}
      <ErrorSummary errors={form.list} />
      <TextField
        {...form.bind("current")}
        label={t("currentPassword")}
        required
        type="password"
        autoComplete="current-password"
      />
      <TextField
        {...form.bind("password")}
        label={t("newPassword")}
        hint={t("passwordHint")}
        required
        type="password"
        autoComplete="new-password"
      />
      <TextField
        {...form.bind("repeat")}
        label={t("repeatPassword")}
        required
        type="password"
        autoComplete="new-password"
      />
      <div className="actions">
        <Button type="submit" look="solid" busy={change.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
