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

/** One of the pages of approvals. */
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
  return (
    <Page
      title={part === "inbox" ? t("title") : t(part)}
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
