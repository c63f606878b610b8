import { texts } from "../lib/i18n";

export const quotaText = texts({
  used: ["実績 {actual}{unit} / {kind} {limit}{unit}", "{actual} of {limit} {unit} ({kind})"],
  planned: ["、ほかに予定 {planned}{unit}", ", {planned} more planned"],
  estimate: ["見込み", "estimate"],
  cap: ["上限", "cap"],
  under: ["範囲内", "Within"],
  near: ["まもなく達する", "Nearly reached"],
  reached: ["ちょうど達した", "Reached"],
  overEstimate: ["見込みを超えた", "Above the estimate"],
  overCap: ["上限を超えた", "Above the cap"],
  kinds: [
    "見込みは数の目安で、超えても作業は止まりません。上限を超えるには、両者の合意など、それぞれに書いた扱いが要ります。",
    "An estimate is a guide: work goes on when it is passed. Passing a cap takes what stands beside it, such as the agreement of both sides.",
  ],
  runs: ["まとめて実施した回数", "Combined runs"],
  runsText: ["{actual}回（例年の目安 {low}～{high}回）", "{actual} (past years: {low} to {high})"],
  runsHint: [
    "いくつかの作業を1回の訪問でまとめると1回と数えます。",
    "Several kinds of work done in one visit count as one run.",
  ],
  warn: ["達しても作業は続けられ、注意を表示します。", "Work goes on at the limit, with a warning."],
  recorded_agreement: [
    "超えるには、両者の合意の記録が要ります。",
    "Going beyond takes a recorded agreement of both sides.",
  ],
  block: ["達すると、新しい依頼を受け付けません。", "At the limit, no new request is accepted."],
  rule: ["数え方", "How it is counted"],
  clause: ["根拠 {clause}", "Source {clause}"],
});
