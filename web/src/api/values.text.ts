import { texts } from "../lib/i18n";

export const valueText = texts({
  none: ["なし", "None"],
  signed: ["確認済み", "Signed"],
  imported: ["取り込み", "Imported"],
});
