import { texts } from "../lib/i18n";

export const valueText = texts({
  none: ["なし", "None"],
  signed: ["確認済み", "Signed"],
  imported: ["取り込み", "Imported"],
});

/** How the work of a request began. */
export const startText = texts({
  regular: ["着手条件をそろえて", "Through its gates"],
  emergency: ["緊急着手", "In an emergency"],
  imported: ["着手済み", "Under way before"],
});
