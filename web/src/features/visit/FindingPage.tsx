import "./visit.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { Timeline } from "../../parts/Timeline";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { FindingActs, FindingFacts } from "./FindingBody";
import { FindingStateChip } from "./FindingState";
import { findingEventsQuery, findingQuery } from "./finding.queries";
import { findingText } from "./finding.text";

/** One finding: what is known of it, what can be done now, and its history. */
export default function FindingPage() {
  const t = useText(findingText);
  const contract = useContractId();
  const { finding: id } = useParams({ from: "/inside/contracts/$contract/visits/findings/$finding" });
  const { data: finding } = useSuspenseQuery(findingQuery(contract, id));
  const events = useQuery(findingEventsQuery(contract, id));
  return (
    <Page
      title={`${t(finding.kind)} ${finding.site}`}
      trail={[
        <Link key="visits" to="/contracts/$contract/visits" params={{ contract }}>
          {t("visits")}
        </Link>,
        <Link key="list" to="/contracts/$contract/visits/findings" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
      actions={
        <>
          <FindingStateChip finding={finding} />
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <FindingActs contract={contract} finding={finding} />
        <Block title={t(finding.kind)}>
          <FindingFacts finding={finding} />
          <Facts>
            <Fact term={t("site")}>
              <SiteLink id={finding.site_id} name={finding.site} />
            </Fact>
            <Fact term={t("visit")}>
              <Link to="/contracts/$contract/visits/$visit" params={{ contract, visit: finding.visit_id }}>
                {t("theVisit")}
              </Link>
            </Fact>
            <Fact term={t("enteredBy")}>
              {finding.entered_by} {sayInstant(finding.entered_at)}
            </Fact>
          </Facts>
        </Block>
        <Block title={t("events")}>
          <Timeline events={events} />
        </Block>
      </div>
    </Page>
  );
}
