import "./register.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useContractId } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Permission } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Page } from "../../ui/Page";
import { registerText } from "./register.text";

interface Tab {
  key: "media" | "loans" | "incidents" | "activities";
  to:
    | "/contracts/$contract/media"
    | "/contracts/$contract/loans"
    | "/contracts/$contract/security-incidents"
    | "/contracts/$contract/activities";
  needs: readonly Permission[];
}

const tabs: readonly Tab[] = [
  { key: "media", to: "/contracts/$contract/media", needs: ["view_media"] },
  { key: "loans", to: "/contracts/$contract/loans", needs: ["view_loan"] },
  {
    key: "incidents",
    to: "/contracts/$contract/security-incidents",
    needs: ["view_security_incident", "report_security_incident"],
  },
  // Of the whole contract, like the media: not for people of one division or site.
  { key: "activities", to: "/contracts/$contract/activities", needs: ["view_media"] },
];

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The heading, the tabs between the registers, and one register. */
export function RegisterFrame({ title, actions, children }: Props) {
  const t = useText(registerText);
  const contract = useContractId();
  const may = useMay(contract);
  return (
    <Page title={title} actions={actions}>
      <div className="register">
        <nav className="register-tabs no-print" aria-label={t("registers")}>
          <ul>
            {tabs
              .filter(({ needs }) => needs.some(may))
              .map(({ key, to }) => (
                <li key={key}>
                  <Link to={to} params={{ contract }} activeProps={{ "aria-current": "page" }}>
                    {t(key)}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        {children}
      </div>
    </Page>
  );
}
