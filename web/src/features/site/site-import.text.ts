import { texts } from "../../lib/i18n";

export const siteColumn = texts({
  number: ["拠点番号", "Site number"],
  name: ["拠点", "Site"],
  address: ["所在地", "Address"],
  departments: ["部署", "Departments"],
  remarks: ["備考", "Remarks"],
  aliases: ["別名", "Other names"],
  excluded: ["管理（市が管理）", "Kept by (the city)"],
  state: ["状態（開設・閉鎖）", "State (open or closed)"],
});

export const siteImportText = texts({
  title: ["拠点の一覧の取込", "Load a list of sites"],
  lead: [
    "市の拠点一覧（Excel または CSV）を読み、1行ずつ、1セルずつ違いを確かめてから登録します。拠点は番号で見分けます。",
    "Reads the city's list of sites (Excel or CSV) and shows each row and cell that differs before anything is saved. Sites are told apart by their numbers.",
  ],
  on: ["適用日", "From"],
  onHint: ["一覧の内容が、この日からの内容になります。", "What the list says holds from this day on."],
  wrongDay: ["適用日を入れてください。", "Enter the day from which the list holds."],
  file: ["拠点の一覧", "List of sites"],
  fileHint: [
    "xlsx、または CSV（UTF-8・シフトJIS）。列の順番は自由です。",
    "xlsx, or CSV in UTF-8 or CP932; the columns stand in any order.",
  ],
  export: [
    "今の一覧をExcelに出力する（直して取り込めます）",
    "The present list as Excel, to be edited and loaded",
  ],
  thing: ["拠点", "Site"],
  toList: ["拠点の一覧へ", "To the sites"],
  lookAgain: ["もう一度確かめる", "Look again"],
  headings: ["見出しの意味", "What the headings mean"],
  headingsNeeded: [
    "見出しの意味が分かりません。少なくとも拠点番号と、ほかに1つを選んでください。選んだ意味は次から使います。",
    "The headings are not understood: choose at least the site number and one more. What you say is remembered.",
  ],
  headingsPassed: [
    "次の列は読みません。意味があれば選んでください。選んだ意味は次から使います。",
    "These columns are passed over. Choose what they mean, if anything; it is remembered.",
  ],
  sample: ["例: {sample}", "e.g. {sample}"],
  passOver: ["読まない", "Pass over"],
  readAgain: ["この意味で読み直す", "Read again with these"],
});
