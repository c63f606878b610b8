import type { ReactNode } from "react";
import { type Message, useSay, useText } from "../lib/i18n";
import { uiText } from "./ui.text";

export type Tone = "info" | "success" | "warning" | "error";

const signs: Record<Tone, string> = { info: "i", success: "✓", warning: "△", error: "×" };

interface Props {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A notice in the page: word, sign, colour last. Errors and warnings are read out at once. */
export function Banner({ tone, title, children, actions }: Props) {
  return (
    <div
      className="banner"
      data-tone={tone}
      role={tone === "error" || tone === "warning" ? "alert" : "status"}
    >
      <span className="banner-sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <div className="banner-body">
        {title && <p className="banner-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="actions">{actions}</div>}
      </div>
    </div>
  );
}

interface Problem {
  text: Message;
  requestId: string;
}

/** What the server said about a failed call, with the number that finds it in the log. */
export function ProblemBanner({ problem, actions }: { problem: Problem; actions?: ReactNode }) {
  const say = useSay();
  const t = useText(uiText);
  return (
    <Banner tone="error" title={say(problem.text)} actions={actions}>
      {problem.requestId && <small>{t("requestId", { id: problem.requestId })}</small>}
    </Banner>
  );
}
