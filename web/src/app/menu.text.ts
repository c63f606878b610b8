import { texts } from "../lib/i18n";

/** The words of the menu and of the pages below them. */
export const menuText = texts({
  today: ["今日", "Today"],
  requests: ["依頼", "Requests"],
  requestList: ["作業依頼", "Work requests"],
  questions: ["質問", "Questions"],
  procedures: ["手順書", "Procedures"],
  desks: ["問合せ先", "Whom to call"],
  approvals: ["承認", "Approvals"],
  inbox: ["受信箱", "Inbox"],
  permissions: ["許可台帳", "Register of permissions"],
  deputies: ["承認者と代理", "Approvers and deputies"],
  plans: ["日程", "Schedule"],
  schedule: ["作業日程", "Schedule of work"],
  calendar: ["暦", "Calendar"],
  registers: ["台帳", "Registers"],
  units: ["機器", "Devices"],
  sites: ["拠点", "Sites"],
  faults: ["障害", "Incidents"],
  visits: ["訪問", "Visits"],
  premises: ["庁舎の記録", "Premises"],
  repairs: ["予備機・修理", "Spares and repair"],
  installations: ["設置・撤去", "Installation"],
  recovery: ["リカバリメディア", "Recovery media"],
  people: ["従事者", "People"],
  media: ["外部媒体", "Removable media"],
  activities: ["対応記録", "Activities"],
  loans: ["貸与品", "Loans"],
  licences: ["ライセンス", "Licences"],
  incidents: ["事故・損害", "Incidents and damage"],
  contract: ["契約", "Contract"],
  audit: ["監査", "Audit"],
  settings: ["設定", "Settings"],
});

export const menuPartText = texts({
  menu: ["メニュー", "Menu"],
  pages: ["「{word}」の画面", "Pages of {word}"],
  waitingApprovals: ["（判断待ち{count}件）", " ({count} waiting)"],
  waitingQuestions: ["（あなたの側の番の質問{count}件）", " (questions on which your side acts: {count})"],
});
