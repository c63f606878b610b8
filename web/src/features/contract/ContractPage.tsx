import "./contract.css";
import type { ReactNode } from "react";
import { useContract } from "../../api/contract";
import type { Contract } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { contractText } from "./contract.text";
import { Identity, Words } from "./Identity";
import { Equipment, Notes, Papers, Sites } from "./Things";
import { Hours, Levels, Support } from "./Times";
import { Checks, Passwords, Quotas, WorkTypes } from "./Work";

interface Part {
  id: string;
  title: keyof typeof contractText & string;
  Content: (props: { contract: Contract }) => ReactNode;
}

const parts: readonly Part[] = [
  { id: "identity", title: "identity", Content: Identity },
  { id: "words", title: "words", Content: Words },
  { id: "quotas", title: "quotas", Content: Quotas },
  { id: "work-types", title: "workTypes", Content: WorkTypes },
  { id: "hours", title: "hours", Content: Hours },
  { id: "levels", title: "levels", Content: Levels },
  { id: "support", title: "support", Content: Support },
  { id: "papers", title: "papers", Content: Papers },
  { id: "checks", title: "checks", Content: Checks },
  { id: "passwords", title: "passwords", Content: Passwords },
  { id: "equipment", title: "equipment", Content: Equipment },
  { id: "sites", title: "sites", Content: Sites },
  { id: "notes", title: "notes", Content: Notes },
];

/** The terms of a contract as one page that can be read, searched by the browser and printed. */
export default function ContractPage() {
  const t = useText(contractText) as (key: string) => string;
  const contract = useContract();
  return (
    <Page title={t("title")} actions={<Button onClick={() => window.print()}>{t("print")}</Button>}>
      <div className="contract-page">
        <nav className="contents no-print" aria-labelledby="contents-title">
          <h2 id="contents-title">{t("onThisPage")}</h2>
          <ul>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{t(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="stack">
          {parts.map(({ id, Content }) => (
            <Content key={id} contract={contract} />
          ))}
        </div>
      </div>
    </Page>
  );
}
