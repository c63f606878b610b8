import "./register.css";
import type { ReactNode } from "react";
import { Page } from "../../ui/Page";

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The heading and one register. */
export function RegisterFrame({ title, actions, children }: Props) {
  return (
    <Page title={title} actions={actions}>
      <div className="register">{children}</div>
    </Page>
  );
}
