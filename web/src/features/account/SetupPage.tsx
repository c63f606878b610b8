import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import type { Setup } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { TextField } from "../../ui/Field";
import { Loading } from "../../ui/Page";
import { setupQuery, useCompleteSetup } from "./account.queries";
import { accountText } from "./account.text";
import { Gate } from "./Gate";
import { passwordErrors } from "./password-rule";

const titles = {
  first_administrator: "firstTitle",
  invitation: "invitationTitle",
  reset: "resetTitle",
} as const;

/** Where one-time links lead: the first administrator, an invitation, a new password. */
export default function SetupPage() {
  const t = useText(accountText);
  const { token = "" } = useSearch({ from: "/setup" });
  const setup = useQuery(setupQuery(token));
  if (setup.isPending) return <Loading />;
  if (setup.isError) {
    const problem = problemOf(setup.error);
    return (
      <Gate title={t("linkTitle")}>
        {problem.status === 0 || problem.status >= 500 ? (
          <ProblemBanner problem={problem} />
        ) : (
          <Banner tone="error">{t("linkAdvice")}</Banner>
        )}
        <Link to="/sign-in">{t("toSignIn")}</Link>
      </Gate>
    );
  }
  return (
    <Gate title={t(titles[setup.data.purpose])}>
      <SetupForm token={token} setup={setup.data} />
    </Gate>
  );
}

function SetupForm({ token, setup }: { token: string; setup: Setup }) {
  const t = useText(accountText);
  const navigate = useNavigate();
  const complete = useCompleteSetup();
  const first = setup.purpose === "first_administrator";
  const form = useForm({
    initial: { name: setup.name, login: setup.login, password: "", repeat: "" },
    validate: (values) => ({
      ...(values.name.trim() === "" && { name: message(accountText, "enterName") }),
      ...(!/^[A-Za-z0-9._@-]{1,64}$/.test(values.login.normalize("NFKC").trim()) && {
        login: message(accountText, "loginWrong"),
      }),
      ...passwordErrors(values),
    }),
  });
  const submit = async () => {
    if (!form.check()) return;
    const { name, login, password } = form.values;
    await complete.mutateAsync({ token, name: name.trim(), login, password });
    await navigate({ to: "/" });
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
      <p>{first ? t("firstLead") : t("invitationLead", { name: setup.name })}</p>
      {complete.isError && <ProblemBanner problem={problemOf(complete.error)} />}
      <ErrorSummary errors={form.list} />
      {first && (
        <TextField
          {...form.bind("name")}
          label={t("name")}
          hint={t("nameHint")}
          required
          autoComplete="name"
        />
      )}
      <TextField
        {...form.bind("login")}
        label={t("login")}
        {...(first ? { hint: t("loginHint"), required: true } : { readOnly: true })}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
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
      <Button type="submit" look="solid" busy={complete.isPending}>
        {t("register")}
      </Button>
    </form>
  );
}
