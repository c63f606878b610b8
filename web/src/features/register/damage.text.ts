import { texts } from "../../lib/i18n";

export const damageText = texts({
  written: ["市への書面での報告", "Report to the city in writing"],
  writtenNone: ["まだ記録されていません。", "Not recorded yet."],
  recordWritten: ["書面で報告したことを記録する", "Record the report in writing"],
  writtenAt: ["報告した日時", "Reported at"],
  writtenTo: ["報告した相手", "Told to"],
  writtenHow: ["渡し方", "Handed over how"],
  writtenHowHint: ["持参、郵送、電子メールなど", "By hand, by post, by mail …"],
  writtenBy: ["報告した人", "Reported by"],
  file: ["渡した報告書のファイル", "File of the report"],
  fileHint: [
    "先に「資料」に添付した、渡した報告書を選びます。",
    "Choose the report that you handed over; attach it to the files first.",
  ],
  fileNone: ["選んでください", "Choose"],
  noFileYet: [
    "資料がまだありません。この画面を閉じ、渡した報告書を「資料」に添付してから記録してください。",
    "There is no file yet. Close this, attach the report that you handed over, then record it.",
  ],
  writtenDone: ["書面での報告を記録しました。", "Recorded the report in writing."],
  restoration: ["復旧", "Restoration"],
  restorationNone: ["復旧はまだ記録されていません。", "No restoration is recorded yet."],
  recordRestoration: ["復旧を記録する", "Record the restoration"],
  recordRestorationAnew: ["復旧を記録し直す", "Record the restoration anew"],
  what: ["復旧の内容", "What was restored"],
  before: ["前の資材", "Material before"],
  after: ["復旧に使った資材", "Material used"],
  afterHint: [
    "同等以上の資材を使います。型番や品質が分かるように書いてください。",
    "Equal or better: say the model or quality.",
  ],
  doneOn: ["復旧した日", "Restored on"],
  borneBy: ["費用の負担", "Cost borne by"],
  restorationDone: ["復旧を記録しました。", "Recorded the restoration."],
  recordedBy: ["記録した人", "Recorded by"],
  rule: ["復旧について判断する", "Rule on the restoration"],
  ruling: ["市の判断", "The city's ruling"],
  rulingText: ["理由", "Why"],
  rulingTextHint: [
    "不十分・不要のときは必ず書いてください。",
    "Required unless the restoration is confirmed.",
  ],
  ruled: ["市の判断を記録しました。", "Recorded the ruling."],
  ruledBy: ["判断した人", "Ruled by"],
});

export const damageVerdict = texts({
  confirmed: ["復旧を確認", "Restoration confirmed"],
  insufficient: ["復旧は不十分", "Restoration insufficient"],
  not_needed: ["復旧は不要", "No restoration needed"],
});
