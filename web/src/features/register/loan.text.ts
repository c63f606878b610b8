import { texts } from "../../lib/i18n";

export const loanText = texts({
  title: ["貸与品台帳", "Ledger of loans"],
  lend: ["貸与を記録する", "Enter a loan"],
  lent: ["貸与を記録しました。", "Entered the loan."],
  number: ["番号", "Number"],
  numberHint: [
    "カード番号・鍵番号・利用者IDなど。パスワードは記録しません。",
    "Of the card, the key, the user ID … Never a password.",
  ],
  thing: ["品名", "Thing"],
  lentBy: ["貸与者", "Lent by"],
  lentTo: ["貸与先", "Lent to"],
  holder: ["保管者", "Holder"],
  holderHint: [
    "ICカードと利用者IDは一人だけのものです。ほかの人に渡せません。",
    "IC cards and user IDs belong to one person and are never passed on.",
  ],
  storagePlace: ["保管場所", "Place of storage"],
  lentOn: ["貸与日", "Lent on"],
  dueBack: ["返却期限", "Due back"],
  returnedOn: ["返却日", "Returned on"],
  returnedTo: ["返却先", "Returned to"],
  checkedOn: ["保管を確認した日", "Storage checked on"],
  nextCheck: ["次の保管確認", "Next storage check"],
  note: ["備考", "Note"],
  details: ["貸与品", "Loan"],
  unit: ["台帳の機器", "Unit of the register"],
  keyOf: ["予備鍵の機器", "Unit whose spare key it is"],
  unitSearch: ["機器を探す（機器ID・機種）", "Find the unit (ID, model)"],
  unitNone: ["見つかりません。", "Nothing found."],
  medium: ["台帳の媒体", "Medium of the register"],
  mediumSearch: ["媒体を探す（媒体番号・内容）", "Find the medium (label, content)"],
  mediumNone: ["見つかりません。", "Nothing found."],
  noLink: ["結び付けない", "None"],
  loansOf: ["借用品", "On loan from the city"],
  state: ["状態", "State"],
  missing: ["食い違い", "What does not agree"],
  missingAbout: [
    "貸与品台帳とほかの台帳が食い違っています。",
    "The ledger of loans and another register do not agree.",
  ],
  installation: ["設置・撤去", "Job of installation"],
  record: ["記録する", "Record"],
  act: ["何があったか", "What happened"],
  recorded: ["記録しました。", "Recorded."],
  corrected: ["記入を直しました。", "Corrected."],
  permission: ["持出しの許可", "Permission"],
  finding: ["確認の結果", "Finding"],
  found: ["{act}：{finding}", "{act}: {finding}"],
  inOrder: ["異常なし", "In order"],
  differs: ["異常あり", "Not in order"],
  job: ["作業依頼", "Work request"],
  jobNone: ["依頼によらない", "No particular one"],
  takeOutHint: [
    "持出しには、契約に定めがあれば市の許可が必要です。有効な許可があるかを記録のときに確かめます。",
    "Taking it out needs the city's permission where the contract says so; it is looked for when you record.",
  ],
  incidentHint: [
    "紛失・盗難・破損を記録すると、情報セキュリティ事故として受け付けます。",
    "Loss, theft and damage are taken in as a security incident.",
  ],
  personal: ["本人だけのもの（譲渡・貸与の禁止）", "Never passed on"],
  late: ["超過", "Overdue"],
  near: ["まもなく", "Soon"],
  open: ["返却していないもの", "Not returned"],
});

export const loanKind = texts({
  ic_card: ["ICカード", "IC card"],
  key: ["鍵", "Key"],
  user_id: ["作業用利用者ID", "Work user ID"],
  document: ["書類", "Document"],
  manual: ["マニュアル・設定資料", "Manual"],
  device: ["機器", "Device"],
  medium: ["媒体", "Medium"],
  other: ["その他", "Other"],
});

export const loanState = texts({
  lent: ["貸与中", "On loan"],
  out: ["持出し中", "Taken out"],
  lost: ["紛失・盗難", "Lost"],
  returned: ["返却済み", "Returned"],
});

export const loanAct = texts({
  lent: ["貸与", "Lent"],
  handed_over: ["保管者の変更", "Handed over"],
  taken_out: ["持出し", "Taken out"],
  brought_back: ["保管場所に戻した", "Brought back"],
  checked: ["保管の確認", "Storage checked"],
  returned: ["返却", "Returned"],
  lost: ["紛失", "Lost"],
  stolen: ["盗難", "Stolen"],
  damaged: ["破損", "Damaged"],
  found: ["発見", "Found again"],
});

/** Who is asked for with each act. */
export const actPerson = texts({
  lent: ["保管者", "Holder"],
  handed_over: ["新しい保管者", "New holder"],
  taken_out: ["持ち出す人", "Who takes it out"],
  brought_back: ["戻した人", "Who brought it back"],
  checked: ["確認した人", "Who checked"],
  returned: ["受け取った人", "Who took it back"],
  lost: ["気づいた人", "Who noticed"],
  stolen: ["気づいた人", "Who noticed"],
  damaged: ["気づいた人", "Who noticed"],
  found: ["見つけた人", "Who found it"],
});
