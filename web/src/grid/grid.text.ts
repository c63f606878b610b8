import { texts } from "../lib/i18n";

export const gridText = texts({
  sortBy: ["{column}で並べ替える", "Sort by {column}"],
  columns: ["表示する列", "Columns"],
  allColumns: ["すべて表示する", "Show all"],
  selected: ["{count}セルを選択中", "{count} cell{count:s} selected"],
  keys: [
    "Enter 入力（書き換えられないセルでは行を開く）　Ctrl+Enter 行を開く　Esc 取り消し　Ctrl+C/V 複写と貼り付け",
    "Enter edit, or open the row where nothing can be changed · Ctrl+Enter open the row · Esc undo · Ctrl+C/V copy and paste",
  ],
  keysReadOnly: ["矢印 移動　Enter 行を開く　Ctrl+C 複写", "Arrows move · Enter open the row · Ctrl+C copy"],
  readOnly: ["このセルは書き換えられません", "This cell cannot be changed"],
  previewTitle: ["貼り付けの確認", "Check what will be pasted"],
  previewCounts: [
    "{changed}件を変更、{refused}件は変更できません",
    "{changed} to change, {refused} cannot be changed",
  ],
  previewOutside: [
    "表の外になる{count}セルは貼り付けません。",
    "{count} cells fall outside the list and are left out.",
  ],
  previewNothing: ["変わるところはありません。", "Nothing would change."],
  previewRow: ["行", "Row"],
  previewColumn: ["列", "Column"],
  previewOld: ["今の内容", "Now"],
  previewNew: ["貼り付ける内容", "Pasted"],
  previewResult: ["結果", "Result"],
  previewOk: ["変更する", "Change"],
  previewRefused: ["変更できない", "Refused"],
  previewSave: ["{count}件を登録する", "Save {count}"],
  empty: ["（空）", "(empty)"],
});
