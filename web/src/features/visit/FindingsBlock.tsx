import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import type { Visit } from "../../api/types";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Loading } from "../../ui/Page";
import { FindingActs, FindingFacts } from "./FindingBody";
import { FindingStateChip } from "./FindingState";
import { findingsOfVisitQuery } from "./finding.queries";
import { findingText } from "./finding.text";
import { EnterFindingDialog } from "./finding-dialogs";

interface Props {
  contract: string;
  visit: Visit;
}

/** What was found on a visit, with what is to be done about each. */
export function FindingsBlock({ contract, visit }: Props) {
  const t = useText(findingText);
  const [entering, setEntering] = useState(false);
  if (!visit.arrived_at) return null;
  return (
    <Block title={t("title")}>
      <div className="stack">
        <p className="quiet no-print">{t("visitAbout")}</p>
        {visit.acts.includes("find") && (
          <p className="no-print">
            <Button onClick={() => setEntering(true)}>{t("enter")}</Button>
          </p>
        )}
        <FindingsOfVisit contract={contract} visit={visit} />
      </div>
      {entering && (
        <EnterFindingDialog contract={contract} visit={visit} onClose={() => setEntering(false)} />
      )}
    </Block>
  );
}

function FindingsOfVisit({ contract, visit }: Props) {
  const t = useText(findingText);
  const list = useQuery(findingsOfVisitQuery(contract, visit.id));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  if (list.data.items.length === 0) return <p className="quiet">{t("noneHere")}</p>;
  return (
    <ol className="visit-findings">
      {list.data.items.map((finding) => (
        <li key={finding.id} className="visit-finding">
          <h3>
            <Link
              to="/contracts/$contract/visits/findings/$finding"
              params={{ contract, finding: finding.id }}
            >
              {t(finding.kind)}
            </Link>{" "}
            <FindingStateChip finding={finding} />
          </h3>
          <FindingFacts finding={finding} />
          <FindingActs contract={contract} finding={finding} />
        </li>
      ))}
    </ol>
  );
}
