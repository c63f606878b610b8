import { texts } from "../../lib/i18n";

/** What people at a counter see, in their words. */
export const symptomText = texts({
  power: ["電源が入らない", "It does not switch on"],
  screen: ["画面が映らない", "The screen stays dark"],
  frozen: ["画面が動かない（固まった）", "The screen is frozen"],
  slow: ["動きがとても遅い", "It is very slow"],
  error: ["エラーが表示される", "An error is shown"],
  signIn: ["ログインできない", "Nobody can sign in"],
  network: ["つながらない（通信できない）", "No connection"],
  print: ["印刷できない", "It does not print"],
  jam: ["紙が詰まる", "Paper jams"],
  read: ["読み取れない（リーダー・スキャナ）", "A reader or scanner does not read"],
  touch: ["タッチパネルがずれる・反応しない", "The touch panel is off or dead"],
});

export const symptoms = Object.keys(symptomText) as (keyof typeof symptomText)[];
