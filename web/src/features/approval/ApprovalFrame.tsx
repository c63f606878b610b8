import "./approval.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useContractId } from "../../api/contract";
import { useMay } from "../../api/session";
import { useText } from "../../lib/i18n";
import { buttonLook } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { approvalText } from "./approval.text";

export type Part = "inbox" | "register" | "deputies";

const places = {
  inbox: "/contracts/$contract/approvals",
  register: "/contracts/$contract/approvals/register",
  deputies: "/contracts/$contract/approvals/deputies",
} as const;

/** One of the pages of approvals under the row of links. */
export function ApprovalFrame({
  part,
  actions,
  children,
}: {
  part: Part;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useText(approvalText);
  const contract = useContractId();
  const may = useMay(contract);
  const parts: Part[] = ["inbox", "register", ...(may("manage_deputies") ? (["deputies"] as const) : [])];
  return (
    <Page
      title={part === "inbox" ? t("title") : t(part)}
      trail={part === "inbox" ? [] : [<ToInbox key="inbox" />]}
      actions={
        <>
          {actions}
          {may("ask_approval") && (
            <Link
              {...buttonLook("solid", "sm")}
              to="/contracts/$contract/approvals/new"
              params={{ contract }}
            >
              {t("new")}
            </Link>
          )}
        </>
      }
    >
      <nav className="parts no-print" aria-label={t("parts")}>
        {parts.map((each) => (
          <Link
            key={each}
            to={places[each]}
            params={{ contract }}
            activeOptions={{ exact: true }}
            aria-current={each === part ? "page" : undefined}
          >
            {t(each)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** The way back, for breadcrumbs. */
export function ToInbox() {
  const t = useText(approvalText);
  return (
    <Link to="/contracts/$contract/approvals" params={{ contract: useContractId() }}>
      {t("title")}
    </Link>
  );
}
