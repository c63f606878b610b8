import { texts } from "../lib/i18n";

export const appText = texts({
  product: ["保守番", "Hoshuban"],
  skip: ["本文へ移動", "Skip to content"],
  menu: ["メニュー", "Menu"],
  contract: ["契約", "Contract"],
  contractSwitch: ["契約を切り替える", "Switch contract"],
  today: ["今日", "Today"],
  requests: ["依頼", "Requests"],
  calendar: ["暦", "Calendar"],
  audit: ["監査", "Audit"],
  settings: ["設定", "Settings"],
  signOut: ["ログアウト", "Sign out"],
  noContract: [
    "参加している契約がありません。管理者に、契約の役割への登録を依頼してください。",
    "You take part in no contract. Ask the administrator to give you a role in one.",
  ],
  contracts: ["契約を選ぶ", "Choose a contract"],
  notFoundTitle: ["ページがありません", "No such page"],
  notFound: [
    "この住所のページはないか、あなたには表示されません。",
    "There is no page at this address, or it is not shown to you.",
  ],
  home: ["最初のページへ", "To the first page"],
  brokenTitle: ["表示できませんでした", "This page could not be shown"],
  offlineSince: ["自動更新が止まっています", "Updates have stopped"],
});
