import { texts } from "../../lib/i18n";

export const incidentText = texts({
  title: ["情報セキュリティ事故", "Security incidents"],
  report: ["事故を届け出る", "Report an incident"],
  reportTitle: ["情報セキュリティ事故を届け出る", "Report a security incident"],
  reportLead: [
    "気づいたら、すぐに届け出てください。分かっていることだけで構いません。あとから書き足せます。",
    "Report it at once. What you know now is enough; more can be added later.",
  ],
  reported: ["{number} として受け付けました。", "Taken in as {number}."],
  send: ["届け出る", "Report"],
  onlyReport: [
    "事故の一覧を見る権限はありません。届け出はできます。",
    "You may not read the incidents, but you may report one.",
  ],
  number: ["番号", "Number"],
  kind: ["種類", "Kind"],
  subject: ["件名", "Subject"],
  what: ["何が起きたか", "What happened"],
  noticedAt: ["気づいた日時", "Noticed at"],
  place: ["場所", "Place"],
  assets: ["関係する情報資産", "Information assets"],
  assetsHint: [
    "書類・媒体・端末・データなど。氏名や個人番号は書かないでください。",
    "Documents, media, terminals, data. No names of residents and no My Numbers.",
  ],
  enteredBy: ["受け付けた人", "Taken in by"],
  enteredAt: ["受付日時", "Taken in at"],
  details: ["届け出", "Report"],
  firstReport: ["市への最初の報告", "First report to the city"],
  firstReportDue: ["{at} までに、市に報告してください（目安）。", "Tell the city by {at} (a guide)."],
  firstReportMissing: [
    "市への最初の報告がまだ記録されていません。",
    "The first report to the city is not recorded.",
  ],
  recordReport: ["報告したことを記録する", "Record the report"],
  reportedAt: ["報告した日時", "Reported at"],
  toldTo: ["報告した相手", "Told to"],
  how: ["報告の方法", "How"],
  howHint: ["電話、対面など", "By telephone, in person …"],
  reportedBy: ["報告した人", "Reported by"],
  reportRecorded: ["市への報告を記録しました。", "Recorded the report."],
  byCity: ["市が気づいた事故です。", "The city noticed this itself."],
  course: ["経過と措置", "Course and measures"],
  noCourse: ["経過はまだ記録されていません。", "Nothing recorded yet."],
  addEntry: ["経過・措置を書き足す", "Add to the course"],
  entryKind: ["種類", "Kind"],
  text: ["内容", "Text"],
  added: ["書き足しました。", "Added."],
  corrected: ["記入を直しました。", "Corrected."],
  close: ["完了にする", "Close"],
  closeMissing: ["完了にする前に", "Before it can be closed"],
  conclusion: ["市の結論", "The city's conclusion"],
  conclusionHint: ["原因、影響、再発防止", "Cause, effect, prevention"],
  closed: ["完了にしました。", "Closed."],
  closedAt: ["完了日時", "Closed at"],
  closedBy: ["完了にした人", "Closed by"],
  reopen: ["完了を取り消す", "Open again"],
  reason: ["理由", "Reason"],
  reopened: ["完了を取り消しました。", "Opened again."],
  began: ["もとの記録", "Began with"],
  beganMedium: ["媒体の記録を開く", "Open the medium"],
  beganLoan: ["貸与品の記録を開く", "Open the loan"],
});

export const incidentKind = texts({
  loss: ["紛失", "Loss"],
  theft: ["盗難", "Theft"],
  damage: ["破損", "Damage"],
  leak: ["漏えい", "Leak"],
  virus: ["ウイルス", "Virus"],
  unauthorised: ["不正なアクセス・利用", "Unauthorised access or use"],
  other: ["その他", "Other"],
});

export const incidentState = texts({
  noticed: ["市に未報告", "City not told"],
  reported: ["対応中", "In hand"],
  closed: ["完了", "Closed"],
});

export const entryKind = texts({
  course: ["経過", "Course"],
  measure: ["措置", "Measure"],
});
