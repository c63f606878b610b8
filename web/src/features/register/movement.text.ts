import { texts } from "../../lib/i18n";

export const movementText = texts({
  title: ["異動の記録", "Ledger of movements"],
  about: [
    "機器の異動を、記入したとおりに新しい順に並べます。後の異動で置き換わったものも残ります。",
    "Every move as it was entered, the newest first; those that a later one replaced stay.",
  ],
  words: ["検索（機器ID・種類・機種）", "Search (ID, kind, model)"],
  from: ["異動日（から）", "Moved from"],
  to: ["異動日（まで）", "Moved until"],
  timing: ["予定・遅れ", "Plan and delay"],
  entered: ["記入まで", "Entered after"],
  sameDay: ["当日", "same day"],
  daysLater: ["{days}日後", "{days} days"],
  enteredOn: ["記入日", "Entered on"],
  oneUnit: ["一台の機器だけを表示しています。", "Only the moves of one unit are shown."],
  everyUnit: ["すべての機器を表示する", "Show every unit"],
  incident: ["障害", "Incident"],
  noCaseNumber: ["番号なし", "no number yet"],
  toUnits: ["機器の異動の記録へ", "To the ledger of movements"],
});

export const movementTiming = texts({
  all: ["すべて", "All"],
  planned: ["予定があったもの", "Planned"],
  after_plan: ["予定日より後に動かしたもの", "Moved after the planned day"],
  entered_later: ["翌日以後に記入したもの", "Entered on a later day"],
});
