import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import type { Improvement } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Timeline } from "../../parts/Timeline";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { ImprovementActs } from "./ImprovementActs";
import { ImprovementCourse } from "./ImprovementCourse";
import { improvementEventsQuery, improvementQuery } from "./improvement.queries";
import { groundText, improvementText } from "./improvement.text";
import { StateChip } from "./StateChip";

/** One proposal: its plan, what can be done now, what came of it, and its history. */
export default function ImprovementPage() {
  const t = useText(improvementText);
  const contract = useContractId();
  const { improvement: id } = useParams({
    from: "/inside/contracts/$contract/incidents/improvements/$improvement",
  });
  const { data: improvement } = useSuspenseQuery(improvementQuery(contract, id));
  const events = useQuery(improvementEventsQuery(contract, id));
  return (
    <Page
      title={`${t("title")} ${t("numberOf", { number: improvement.number })}`}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents/improvements" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
      actions={
        <>
          <StateChip state={improvement.state} />
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <ImprovementActs contract={contract} improvement={improvement} />
        <Block title={improvement.title}>
          <PlanFacts contract={contract} improvement={improvement} />
        </Block>
        <ImprovementCourse improvement={improvement} />
        <Block title={t("events")}>
          <Timeline events={events} />
        </Block>
      </div>
    </Page>
  );
}

function PlanFacts({ contract, improvement }: { contract: string; improvement: Improvement }) {
  const t = useText(improvementText);
  const say = useSay();
  const spoken = useLanguage();
  const { as_of, months, finding, problem, measure, aim, person, due_on, continues_id } = improvement;
  const passages: [string, string][] = [
    [t("problem"), problem],
    [t("measure"), measure],
    [t("aim"), aim],
  ];
  return (
    <Facts>
      <Fact term={t("ground")}>
        <About contract={contract} improvement={improvement} />
      </Fact>
      {as_of && (
        <Fact term={t("finding")} wide>
          {say(finding)} <small>{t("findingOf", { on: sayDay(as_of, spoken), months })}</small>
        </Fact>
      )}
      {passages.map(
        ([term, text]) =>
          text && (
            <Fact key={term} term={term} wide>
              <span className="prewrap">{text}</span>
            </Fact>
          ),
      )}
      <Fact term={t("person")}>{person}</Fact>
      {due_on && <Fact term={t("dueOn")}>{sayDay(due_on, spoken)}</Fact>}
      <Fact term={t("proposedAt")}>
        {sayInstant(improvement.proposed_at, spoken)} {improvement.proposed_by}
      </Fact>
      {continues_id && (
        <Fact term={t("before")}>
          <Link
            to="/contracts/$contract/incidents/improvements/$improvement"
            params={{ contract, improvement: continues_id }}
          >
            {t("before")}
          </Link>
        </Fact>
      )}
    </Facts>
  );
}

function About({
  contract,
  improvement: { ground, ground_id, ground_name },
}: {
  contract: string;
  improvement: Improvement;
}) {
  const word = useText(groundText)(ground);
  if (ground === "unit")
    return (
      <>
        {word}{" "}
        <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: ground_id }}>
          {ground_name}
        </Link>
      </>
    );
  if (ground === "site")
    return (
      <>
        {word}{" "}
        <Link to="/contracts/$contract/sites/$site" params={{ contract, site: ground_id }}>
          {ground_name}
        </Link>
      </>
    );
  return <>{[word, ground_name].filter(Boolean).join(" ")}</>;
}
