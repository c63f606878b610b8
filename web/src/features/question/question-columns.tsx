import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSide } from "../../api/session";
import type { Contract, Question } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { dayInJapan } from "../../lib/day";
import { say, useLanguage, useText } from "../../lib/i18n";
import { dayStyle, printDay, printInstant, sayInstant } from "../../lib/wareki";
import { QuestionStateChip } from "../../parts/QuestionState";
import { columnText, groupText, questionText } from "./question.text";

type Key = keyof typeof columnText & string;
type Definition = Omit<GridColumn<Question>, "key" | "title">;

const ofQuestion: readonly Key[] = ["subject", "title", "text", "asked_at", "asked_by"];
const ofAnswer: readonly Key[] = ["answer", "change", "answered_at", "answered_by"];

function groupOf(key: Key): keyof typeof groupText & string {
  if (ofQuestion.includes(key)) return "question";
  return ofAnswer.includes(key) ? "answer" : "standing";
}

/** What a question is about, in words. */
export function useSubject(): (question: Question) => string {
  const t = useText(questionText);
  return ({ subject_kind, subject_label, subject_id }) => {
    if (subject_kind === "contract") return t("wholeContract");
    return subject_kind === "work_request"
      ? subject_label
      : `${t("procedure")} ${subject_label || subject_id}`;
  };
}

export function useDue(): (question: Question) => string {
  const t = useText(questionText);
  return ({ due_at, due_is_guide }) => {
    if (!due_at) return "";
    return due_is_guide ? t("guide", { at: sayInstant(due_at) }) : sayInstant(due_at);
  };
}

export function useColumnTitles(): { key: string; title: string; frozen: boolean }[] {
  const t = useText(columnText);
  return (Object.keys(columnText) as Key[]).map((key) => ({ key, title: t(key), frozen: key === "number" }));
}

export function useQuestionColumns(contract: Contract): GridColumn<Question>[] {
  const spoken = useLanguage();
  const t = useText(questionText);
  const title = useText(columnText);
  const group = useText(groupText);
  const subject = useSubject();
  const side = useSide(contract.id);
  return useMemo(() => {
    const style = dayStyle(contract.date_style);
    const day = (at: string | null | undefined): string =>
      at ? printDay(dayInJapan(Date.parse(at)), style) : "";
    const columns: Record<Key, Definition> = {
      number: {
        width: 104,
        frozen: true,
        text: ({ number }) => number,
        render: ({ id, number }) => (
          <Link
            tabIndex={-1}
            to="/contracts/$contract/questions/$question"
            params={{ contract: contract.id, question: id }}
          >
            {number}
          </Link>
        ),
      },
      state: {
        width: 184,
        text: ({ state_label }) => say(state_label, spoken),
        render: (question) => <QuestionStateChip question={question} />,
      },
      turn: {
        width: 216,
        text: ({ turn }) => t(turn),
        render: ({ turn }) =>
          turn === side && turn !== "neutral" ? (
            <strong className="question-turn">
              <span aria-hidden="true">●</span> {t("yourTurn", { side: t(turn) })}
            </strong>
          ) : (
            t(turn)
          ),
      },
      age: { width: 120, align: "end", text: ({ age_days }) => String(age_days) },
      waiting: {
        width: 120,
        align: "end",
        text: ({ turn, waiting_days }) => (turn === "neutral" ? "" : String(waiting_days)),
      },
      due: {
        width: 200,
        text: ({ due_at, due_is_guide }) => {
          const at = due_at ? printInstant(due_at, style) : "";
          return at !== "" && due_is_guide ? t("guide", { at }) : at;
        },
      },
      subject: { width: 120, text: subject },
      title: { width: 240, text: (row) => row.title },
      text: { width: 280, text: (row) => row.text },
      asked_at: { width: 120, printWidth: 156, sortable: true, text: ({ asked_at }) => day(asked_at) },
      asked_by: { width: 128, text: ({ asked_by }) => asked_by },
      answer: { width: 280, text: ({ answer }) => answer },
      change: { width: 200, text: ({ change }) => change },
      answered_at: { width: 120, printWidth: 156, text: ({ answered_at }) => day(answered_at) },
      answered_by: { width: 128, text: ({ answered_by }) => answered_by },
    };
    return Object.entries(columns).map(([key, column]) => ({
      ...column,
      key,
      title: title(key as Key),
      group: group(groupOf(key as Key)),
    }));
  }, [contract, spoken, t, title, group, subject, side]);
}
