import { useRouter, useSearch } from "@tanstack/react-router";
import { problemOf } from "../../api/problem";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { TextField } from "../../ui/Field";
import { useSignIn } from "./account.queries";
import { accountText } from "./account.text";
import { Gate } from "./Gate";

/** Only addresses of this server may be returned to. */
const within = (next: string | undefined): string =>
  next?.startsWith("/") && !next.startsWith("//") ? next : "/";

export default function SignInPage() {
  const t = useText(accountText);
  const router = useRouter();
  const { next } = useSearch({ from: "/sign-in" });
  const signIn = useSignIn();
  const form = useForm({
    initial: { login: "", password: "" },
    validate: ({ login, password }) => ({
      ...(login === "" && { login: message(accountText, "enterLogin") }),
      ...(password === "" && { password: message(accountText, "enterPassword") }),
    }),
  });
  const submit = async () => {
    if (!form.check()) return;
    await signIn.mutateAsync(form.values);
    router.history.push(within(next));
  };
  return (
    <Gate title={t("signInTitle")}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => form.set({ password: "" }));
        }}
      >
        {signIn.isError && <ProblemBanner problem={problemOf(signIn.error)} />}
        <ErrorSummary errors={form.list} />
        <TextField
          {...form.bind("login")}
          label={t("login")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          {...form.bind("password")}
          label={t("password")}
          type="password"
          autoComplete="current-password"
        />
        <Button type="submit" look="solid" busy={signIn.isPending}>
          {t("signIn")}
        </Button>
        <p className="field-hint">{t("forgot")}</p>
      </form>
    </Gate>
  );
}
