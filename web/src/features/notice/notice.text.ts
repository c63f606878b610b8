import { texts } from "../../lib/i18n";

export const noticeText = texts({
  title: ["お知らせ", "Notices"],
  choices: ["受け取り方を選ぶ", "Choose how to be told"],
  readAll: ["すべて既読にする", "Mark all as read"],
  allRead: ["すべて既読にしました。", "Everything is marked as read."],
  show: ["表示", "Show"],
  all: ["すべて", "All"],
  unreadOnly: ["未読だけ", "Unread only"],
  unreadCount: ["未読{count}件", "{count} unread"],
  unread: ["未読", "Unread"],
  urgent: ["急ぎ", "Urgent"],
  program: ["保守番", "Hoshuban"],
  list: ["お知らせの一覧", "List of notices"],
  more: ["前のお知らせを表示", "Show earlier ones"],
  none: [
    "お知らせはありません。自分に関係する出来事があると、ここに並びます。",
    "There are no notices. What concerns you will stand here.",
  ],
  noneUnread: ["未読のお知らせはありません。", "There is nothing unread."],
  choicesTitle: ["通知の受け取り方", "How you are told"],
  choicesLead: [
    "お知らせは、どれを選んでも画面に並びます。メールは、契約の暦で業務時間外と閉庁日を避けて届きます。",
    "Notices always stand on the screen. Mail keeps to the hours of service and the open days of the contract's calendar.",
  ],
  kinds: ["種類", "Kinds"],
  screen: ["画面だけ", "Screen only"],
  mail: ["すぐにメール", "Mail at once"],
  digest: ["まとめてメール", "Daily digest"],
  wayFor: ["{kinds}の受け取り方", "How you are told of: {kinds}"],
  digestAt: ["まとめて送る時刻", "Time of the digest"],
  digestHint: [
    "開庁日のこの時刻に、1日1通で届きます。例：08:30",
    "One letter at this time of each open day, such as 08:30.",
  ],
  digestWrong: ["時刻は 08:30 のように入力してください。", "Write a time of day like 08:30."],
  urgentAlways: [
    "急ぎのもの（緊急の着手、情報セキュリティの事故）は、業務時間外と閉庁日にもすぐにメールを受け取る",
    "Mail me urgent ones (emergency starts, security incidents) outside of hours and on closed days too",
  ],
  address: ["メールの宛先", "Your mail address"],
  noAddress: [
    "メールアドレスが登録されていません。「自分の登録」で登録すると、メールが届きます。",
    "You have no mail address yet. Enter one under My account to be mailed.",
  ],
  toAccount: ["自分の登録へ", "To my account"],
  notConfigured: [
    "この保守番にはメールサーバーが設定されていないため、メールは送られません。お知らせは画面で確かめてください。",
    "This installation has no mail server, so nothing is mailed. Look at your notices on the screen.",
  ],
  save: ["保存する", "Save"],
  saved: ["受け取り方を保存しました。", "Saved how you are told."],
  conflict: [
    "ほかの画面で先に変えました。最新の内容を読み込みました。入力は残してあります。確かめて、もう一度保存してください。",
    "This was changed in another window. The latest was loaded and your input kept: check it and save again.",
  ],
});
