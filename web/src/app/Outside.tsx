import type { ErrorComponentProps } from "@tanstack/react-router";
import { Link, useLocation } from "@tanstack/react-router";
import { problemOf } from "../api/problem";
import { useSession } from "../api/session";
import { useText } from "../lib/i18n";
import { Banner, ProblemBanner } from "../ui/Banner";
import { Button, buttonLook } from "../ui/Button";
import { Page } from "../ui/Page";
import { uiText } from "../ui/ui.text";
import { appText } from "./app.text";

/** The first page of somebody without a contract. */
export function ChooseContract() {
  const t = useText(appText);
  const { administrator } = useSession();
  return (
    <Page title={t("product")}>
      <Banner tone="info">{t(administrator ? "noContractYet" : "noContract")}</Banner>
    </Page>
  );
}

export function NotFound() {
  const t = useText(appText);
  return (
    <Page title={t("notFoundTitle")}>
      <p>{t("notFound")}</p>
      <p>
        <Link to="/">{t("home")}</Link>
      </p>
    </Page>
  );
}

/** A page whose data could not be read. What may not be seen does not exist. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useText(appText);
  const ui = useText(uiText);
  const problem = problemOf(error);
  if (problem.status === 401) return <SignedOut />;
  if (problem.status === 404) return <NotFound />;
  return (
    <Page title={t("brokenTitle")}>
      <ProblemBanner problem={problem} actions={<Button onClick={reset}>{ui("retry")}</Button>} />
    </Page>
  );
}

/** The session ended while a page was open. */
function SignedOut() {
  const t = useText(appText);
  const { href } = useLocation();
  return (
    <Page title={t("signedOutTitle")}>
      <p>{t("signedOut")}</p>
      <p>
        <Link {...buttonLook("solid")} to="/sign-in" search={{ next: href }} reloadDocument>
          {t("signInAgain")}
        </Link>
      </p>
    </Page>
  );
}
