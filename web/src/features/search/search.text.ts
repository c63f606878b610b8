import { texts } from "../../lib/i18n";

export const searchText = texts({
  title: ["検索", "Search"],
  box: ["契約の中を探す", "Search the contract"],
  submit: ["探す", "Search"],
  hint: [
    "番号、件名、本文、添付ファイル（Word・Excel・テキスト）の文字から探します。空白で区切ると、すべての語を含むものだけを探します。全角と半角、ひらがなとカタカナ、髙と高などは区別しません。",
    "Looks into numbers, titles, texts and attached files (Word, Excel, text). Words separated by blanks must all occur. Width, kana and variants of kanji make no difference.",
  ],
  short: [
    "1文字の語は、番号と件名からだけ探します。",
    "A single character is looked for in numbers and titles only.",
  ],
  none: ["「{q}」は見つかりません。", "Nothing found for “{q}”."],
  noneHint: [
    "語を短くするか、減らして探してください。見る権限のないものは、ここには表示されません。",
    "Try fewer or shorter words. What you may not see is not shown here.",
  ],
  building: [
    "索引を作っている途中です。まだ見つからないものがあります。しばらくしてから探し直してください。",
    "The index is being built: not everything is found yet. Search again in a while.",
  ],
  all: ["すべての種類", "All kinds"],
  kinds: ["種類", "Kind"],
  moreOf: ["{kind}だけをもっと見る", "More {kind}"],
  more: ["続きを表示", "Show more"],
  shown: ["{count}件を表示", "{count} shown"],
  untitled: ["（件名なし）", "(no title)"],
  quick: ["検索の候補", "First hits"],
  allHits: ["「{q}」の検索結果をすべて見る", "All hits for “{q}”"],
  quickCount: [
    "{count}件の候補。上下の矢印で選べます。",
    "{count} hit{count:s}: choose with the arrow keys.",
  ],
});
