import type { DueAnswer as Answer } from "../../api/types";
import { SpanLine } from "../../chart/SpanLine";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { printDay, sayDay } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Chip } from "../../ui/Chip";
import { Fact, Facts } from "../../ui/Page";
import { dueText } from "./calendar.text";
import type { DueQuestion } from "./due.search";
import { spansOf } from "./due-spans";

interface Props {
  question: DueQuestion;
  answer: Answer;
}

/** The due moment in both calendars, a picture of the way there and every step in words. */
export function DueAnswer({ question, answer }: Props) {
  const t = useText(dueText);
  const say = useSay();
  const spoken = useLanguage();
  const time = question.rule === "service_minutes" ? answer.due.slice(11, 16) : t("endOfDay");
  const picture = spansOf(question, answer);
  return (
    <>
      <p className="due-answer">
        <strong>
          {sayDay(answer.due_day, spoken)} {time}
        </strong>
        <span>{printDay(answer.due_day, spoken === "ja" ? "western_slash" : "era_weekday")}</span>
        {answer.forecast && (
          <Chip tone="yellow" sign="△">
            {t("forecast")}
          </Chip>
        )}
      </p>
      {answer.forecast && <Banner tone="warning">{t("forecastNote")}</Banner>}
      <Question question={question} />
      {picture && <SpanLine {...picture} />}
      <h3>{t("steps")}</h3>
      <ol className="due-steps">
        {answer.explanation.map((step) => (
          <li key={`${step.kind} ${step.from} ${step.to}`} data-kind={step.kind}>
            {say(step.text)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was asked: a printed answer must say it. */
function Question({ question }: { question: DueQuestion }) {
  const t = useText(dueText);
  const spoken = useLanguage();
  const day = sayDay(question.from.slice(0, 10), spoken);
  return (
    <Facts>
      <Fact term={t("start")}>
        {day} {question.from.slice(11)}
      </Fact>
      <Fact term={t("rule")}>
        {t(question.rule)} {question.amount}
      </Fact>
      {question.roll && <Fact term={t("roll")}>{t(question.roll)}</Fact>}
    </Facts>
  );
}
