import { type ComponentType, useState } from "react";
import type { VisitFinding } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Fact, Facts } from "../../ui/Page";
import { findingText } from "./finding.text";
import {
  FinishDialog,
  InstructAnewDialog,
  InstructDialog,
  ReplyDialog,
  ReportDialog,
  TakeBackDialog,
} from "./finding-act-dialogs";
import { CorrectDialog } from "./finding-dialogs";

interface Props {
  contract: string;
  finding: VisitFinding;
}

type Act = VisitFinding["acts"][number];
type DialogOf = ComponentType<Props & { onClose: () => void }>;

/** In the order of a finding; what only mends comes last. */
const acts = [
  ["reply", "doReply", ReplyDialog],
  ["report", "doReport", ReportDialog],
  ["instruct", "doInstruct", InstructDialog],
  ["finish", "doFinish", FinishDialog],
  ["correct", "doCorrect", CorrectDialog],
  ["instruct_anew", "doInstructAnew", InstructAnewDialog],
  ["take_back", "doTakeBack", TakeBackDialog],
] as const satisfies readonly (readonly [Act, string, DialogOf])[];

export function FindingActs({ contract, finding }: Props) {
  const t = useText(findingText);
  const [chosen, choose] = useState<Act | undefined>();
  const possible = acts.filter(([act]) => finding.acts.includes(act));
  const Dialog = acts.find(([act]) => act === chosen)?.[2];
  if (possible.length === 0) return null;
  return (
    <fieldset className="actions no-print">
      <legend className="visually-hidden">{t("acts", { text: finding.text })}</legend>
      {possible.map(([act, word]) => (
        <Button key={act} size="sm" onClick={() => choose(act)}>
          {t(word)}
        </Button>
      ))}
      {Dialog && <Dialog contract={contract} finding={finding} onClose={() => choose(undefined)} />}
    </fieldset>
  );
}

/** What is known of a finding, in the order in which it happened. */
export function FindingFacts({ finding }: { finding: VisitFinding }) {
  const t = useText(findingText);
  const spoken = useLanguage();
  const passages: [string, string][] = [
    [t("answer"), finding.answer],
    [t("reply"), finding.reply],
    [t("instruction"), finding.instruction],
    [t("done"), finding.done],
    [t("takenBack"), finding.taken_back],
  ];
  const people: [string, string, string | null | undefined][] = [
    [t("day"), "", finding.found_on],
    [t("promisedOn"), "", finding.promised_on],
    [t("repliedOn"), finding.replied_to, finding.replied_on],
    [t("reportedOn"), finding.reported_by, finding.reported_on],
    [t("instructedOn"), finding.instructed_by, finding.instructed_on],
    [t("doneOn"), "", finding.done_on],
  ];
  return (
    <Facts>
      <Fact term={t("text")} wide>
        <span className="prewrap">{finding.text}</span>
      </Fact>
      <Fact term={t("toldBy")}>{finding.told_by}</Fact>
      {people.map(
        ([term, who, day]) =>
          day && (
            <Fact key={term} term={term}>
              {sayDay(day, spoken)} {who}
            </Fact>
          ),
      )}
      {finding.instructed_on && (
        <Fact term={t("asks")}>{t(finding.asks ? "asksShortYes" : "asksShortNo")}</Fact>
      )}
      {passages.map(
        ([term, text]) =>
          text && (
            <Fact key={term} term={term} wide>
              <span className="prewrap">{text}</span>
            </Fact>
          ),
      )}
    </Facts>
  );
}
