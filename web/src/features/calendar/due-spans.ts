import type { DueAnswer } from "../../api/types";
import type { Span } from "../../chart/spans";
import type { DueQuestion } from "./due.search";

const kinds: Partial<Record<DueAnswer["explanation"][number]["kind"], Span["kind"]>> = {
  count: "counted",
  open_day: "counted",
  wait: "skipped",
  omitted: "omitted",
};

interface Picture {
  spans: Span[];
  start: number;
  due: number;
}

/** The picture of an answer; the end of a month is no way to be drawn. */
export function spansOf(question: DueQuestion, answer: DueAnswer): Picture | undefined {
  const start = startOf(question);
  const due = Date.parse(answer.due);
  const spans = answer.explanation.flatMap(({ kind, from, to }): Span[] => {
    const drawn = kinds[kind];
    return drawn ? [{ kind: drawn, from: Date.parse(from), to: Date.parse(to) }] : [];
  });
  if (question.rule === "calendar_days")
    spans.push({ kind: "counted", from: Math.min(start, due), to: Math.max(start, due) });
  if (spans.length === 0) return undefined;
  const ordered = spans.sort((a, b) => a.from - b.from);
  return {
    spans: ordered,
    start: question.rule === "nth_open_day" ? (ordered[0]?.from ?? start) : start,
    due,
  };
}

/** Days are counted from midnight. */
const startOf = ({ from }: DueQuestion): number =>
  Date.parse(from.includes("T") ? `${from}:00+09:00` : `${from}T00:00:00+09:00`);
