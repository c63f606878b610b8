import { texts } from "../lib/i18n";

export const appText = texts({
  product: ["保守番", "Hoshuban"],
  skip: ["本文へ移動", "Skip to content"],
  contractSwitch: ["契約を切り替える", "Switch contract"],
  live: ["自動更新", "Live"],
  waiting: ["自動更新：接続待ち", "Live: waiting"],
  signOut: ["ログアウト", "Sign out"],
  noContract: [
    "参加している契約がありません。管理者に、契約の役割への登録を依頼してください。",
    "You take part in no contract. Ask the administrator to give you a role in one.",
  ],
  noContractYet: [
    "参加している契約がありません。「設定」で利用者を登録し、契約の役割を割り当ててください。",
    "You take part in no contract. Register people and give them roles in contracts under Settings.",
  ],
  contracts: ["契約を選ぶ", "Choose a contract"],
  notFoundTitle: ["ページがありません", "No such page"],
  notFound: [
    "このアドレスのページはないか、あなたには表示されません。",
    "There is no page at this address, or it is not shown to you.",
  ],
  signedOutTitle: ["ログインし直してください", "Please sign in again"],
  signedOut: [
    "しばらく操作がなかったため、ログアウトしました。",
    "You were signed out after a while without activity.",
  ],
  signInAgain: ["ログインする", "Sign in"],
  keyList: ["キーの一覧", "Keys"],
  keySearch: ["検索する", "Search"],
  keyEdit: ["一覧のセルを入力する", "Edit a cell of the list"],
  keyOpen: ["書き換えられないセルから行を開く", "Open the row of a cell that cannot be changed"],
  keyBack: ["取り消す・閉じる", "Undo or close"],
  keySubmit: ["フォームを送る。一覧では行を開く", "Send the form; in a list, open the row"],
  keyCopy: ["一覧で複写・貼り付け", "Copy and paste in lists"],
  keysOff: ["1文字のキーを使わない", "Do not use single-letter keys"],
  home: ["最初のページへ", "To the first page"],
  brokenTitle: ["表示できませんでした", "This page could not be shown"],
});
