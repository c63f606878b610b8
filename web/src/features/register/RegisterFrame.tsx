import "./register.css";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { Events } from "./Events";
import { listPage, type RegisterKind } from "./register.queries";
import { registerText } from "./register.text";

interface ListProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The heading and one register. */
export function RegisterFrame({ title, actions, children }: ListProps) {
  return (
    <Page title={title} actions={actions}>
      <div className="ledger">{children}</div>
    </Page>
  );
}

interface RowProps {
  contract: string;
  kind: RegisterKind;
  id: string;
  title: string;
  /** The title of the register above it. */
  register: string;
  actions: ReactNode;
  /** What stands across the page, above the columns. */
  head?: ReactNode;
  /** What stands beside the row, above what happened to it. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The page of one row of a register: what it says at the left, what happened to it at the right. */
export function RowFrame({ contract, kind, id, head, aside, children, ...props }: RowProps) {
  const t = useText(registerText);
  return (
    <Page
      title={props.title}
      trail={[
        <Link key="list" {...({ to: listPage(contract, kind) } as LinkProps)}>
          {props.register}
        </Link>,
      ]}
      actions={
        <>
          {props.actions}
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        {head}
        <div className="register-columns">
          <div className="stack">{children}</div>
          <div className="stack">
            {aside}
            <Events contract={contract} kind={kind} id={id} />
          </div>
        </div>
      </div>
    </Page>
  );
}
