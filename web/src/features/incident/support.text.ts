import { texts } from "../../lib/i18n";

export const supportText = texts({
  title: ["対応の区分", "Support window"],
  on_site_now: ["直ちに現地で対応します。", "Work on site begins at once."],
  on_site_now_due: [
    "直ちに現地で対応します。その日のうちに終わらないときは {due} まで（目安）です。",
    "Work on site begins at once; what cannot be handled that day is due by {due} (a guide).",
  ],
  by_next_opening: ["{due} までに対応します（目安）。", "By {due} (a guide)."],
  now: ["対応時間の中です。", "Within the agreed hours."],
  at_opening: ["対応時間の外です。{opens} から対応します。", "Outside the agreed hours: from {opens}."],
  best_effort: ["できる範囲で対応します（時間の定めなし）。", "As well as can be; no time is agreed."],
  forecast: ["祝日が未公表のため見込みです。", "Holidays are not published yet: a forecast."],
  at: ["{at} の指示で見た対応です。", "For the instruction of {at}."],
  whoToCall: ["いまの連絡先", "Whom to call now"],
  rule: ["重大度を決める", "Decide the severity"],
  ruleHint: [
    "市が決めるまでは、いちばん重い区分で扱います。決め直すと、時計は最初から計算し直されます。待ちの記録は残ります。",
    "Until the city decides, the gravest holds. Clocks are counted anew from the beginning; waits stay.",
  ],
  severity: ["重大度", "Severity"],
  choose: ["選んでください", "Choose"],
  decidedBy: ["決めた市の担当者", "Who of the city decided"],
  reason: ["理由", "Reason"],
  fillIn: ["{label}を入れてください。", "Enter: {label}."],
  ruled: ["重大度を決めました。", "The severity is decided."],
  notRuled: ["市はまだ決めていません。", "The city has not decided yet."],
});
