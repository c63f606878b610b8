import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Block, Loading } from "../../ui/Page";
import { CalendarFrame } from "./CalendarFrame";
import { dueQuery } from "./calendar.queries";
import { dueText } from "./calendar.text";
import { DueAnswer } from "./DueAnswer";
import { DueForm } from "./DueForm";
import { questionOf } from "./due.search";

/** When something is due under this contract, and how that was counted. */
export default function DuePage() {
  const t = useText(dueText);
  const contract = useContract();
  const navigate = useNavigate();
  const search = useSearch({ from: "/inside/contracts/$contract/calendar/due" });
  const question = questionOf(search);
  const answer = useQuery(dueQuery(contract.id, question));
  return (
    <CalendarFrame title={t("title")} work={search.work}>
      <div className="due-columns">
        <div className="no-print">
          <Block title={t("conditions")}>
            <p>{t("lead")}</p>
            <DueForm
              key={JSON.stringify(search)}
              contract={contract}
              search={search}
              onCount={(next) => void navigate({ to: ".", search: next, resetScroll: false })}
            />
          </Block>
        </div>
        <div aria-live="polite">
          <Block title={t("result")}>
            {!question && <p>{t("empty")}</p>}
            {question && answer.isPending && <Loading />}
            {question && answer.isError && <ProblemBanner problem={problemOf(answer.error)} />}
            {question && answer.data && !answer.isError && (
              <DueAnswer question={question} answer={answer.data} />
            )}
          </Block>
        </div>
      </div>
    </CalendarFrame>
  );
}
