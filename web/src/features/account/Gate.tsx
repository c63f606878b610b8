import { type ReactNode, useEffect } from "react";
import { useText } from "../../lib/i18n";
import { LanguageSwitch } from "../../ui/LanguageSwitch";
import { gateText } from "./gate.text";

/** The frame of the pages before sign-in. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const t = useText(gateText);
  useEffect(() => {
    document.title = `${title} | ${t("product")}`;
  });
  return (
    <main className="gate">
      <div className="gate-head">
        <p className="product">{t("product")}</p>
        <LanguageSwitch />
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
