import { texts } from "../../lib/i18n";

export const flowText = texts({
  title: ["復旧の流れ", "Flow to the end"],
  by: ["流れ", "Flow"],
  byItself: ["機器の区分から", "By the class of the unit"],
  choose: ["流れを選ぶ", "Choose the flow"],
  change: ["流れを変える", "Change the flow"],
  none: [
    "この障害の流れはまだ決まっていません。機器の区分から一つに決まらないときは、当てはまるものを選んでください。",
    "No flow is taken yet. Where the class of the unit does not decide, choose the one that fits.",
  ],
  waiting: ["この障害の流れは、受託者がまだ選んでいません。", "The contractor has not chosen a flow yet."],
  keeps: ["済みの手順は、新しい流れでも済みのままです。", "What was done stays done in the new flow."],
  chosen: ["流れを選びました。", "The flow is chosen."],
  reason: ["変える理由", "Why it is changed"],
  waitsFor: ["待っている相手：{who}", "Waits for: {who}"],
  over: ["手順はすべて済みました。", "Every step is taken."],
  mandatory: ["必須", "Mandatory"],
  next: ["次の手順", "Next"],
  record: ["記録する", "Record"],
  recordOf: ["「{step}」を記録する", "Record: {step}"],
  decide: ["判断を記録する", "Record the decision"],
  swap: ["予備機と交換する", "Exchange for a spare"],
  noSwap: ["交換しない", "No exchange"],
  what: ["結果", "Result"],
  at: ["日時", "At"],
  person: ["だれが", "Who"],
  cityPerson: ["市・現場の担当者", "Of the city or the site"],
  decidedBy: ["判断した市の担当者", "Who of the city decided"],
  text: ["内容", "Details"],
  why: ["不要とする理由", "Why it is not needed"],
  shownHint: [
    "記録があれば自動で済みになります。ここに書くときは、何で確かめたかを内容に書いてください。",
    "A record ends this step by itself. To enter it here, write how you know.",
  ],
  taken: ["手順を記録しました。", "The step is recorded."],
  takeBack: ["取り消す", "Take back"],
  takeBackOf: ["「{step}」の記録を取り消す", "Take back: {step}"],
  takenBack: ["取り消しました。", "Taken back."],
  takenBackOf: ["取消し：{reason}", "Taken back: {reason}"],
  swapBackHint: [
    "二台とも、交換の前に置かれていた所へ機器台帳でも戻します。",
    "Both units also return in the register to where they stood before.",
  ],
  whyBack: ["取り消す理由", "Why it is taken back"],
  swapHint: [
    "機器台帳の異動（二台分）も同時に書かれます。",
    "Both movements of the register are written in the same act.",
  ],
  failed: ["故障した機器", "Failed unit"],
  spare: ["代わりに置いた予備機", "Spare in its place"],
  stock: ["{model}の予備機 {count}台", "Spares of {model}: {count}"],
  warranty: ["保証は{day}まで", "In warranty until {day}"],
  takenTo: ["故障した機器の置き場所", "Where the failed unit is now"],
  stays: ["元の場所に置いたまま", "It stays where it stood"],
  place: ["引き取った先の場所", "Place there"],
  swapped: ["予備機と交換し、機器台帳に書きました。", "Exchanged, and written into the register."],
  units: ["{failed} を {spare} と交換", "{failed} exchanged for {spare}"],
  noUnit: [
    "引継事項で機器台帳の機器を選ぶと、交換を記録できます。",
    "Choose the unit of the register in what was handed over to record an exchange.",
  ],
  desks: ["問合せ先を開く", "Open the desks"],
  repairs: ["修理の台帳を開く", "Open the ledger of repairs"],
  history: ["記録の履歴", "What was entered"],
  assumption: ["仕様書に定めはなく、一般的な手順です。", "Not stated by the contract: the usual way."],
  fillIn: ["{label}を入力してください。", "Fill in: {label}."],
});

export const stepTurn = texts({
  contractor: ["受託者", "Contractor"],
  city: ["市", "The city"],
  site: ["現場の利用者", "The site"],
  lessor: ["賃貸業者", "The lessor"],
  maker: ["メーカー", "The maker"],
  third_party: ["関係機関", "A third party"],
});

export const stepStanding = texts({
  done: ["済み", "Done"],
  not_needed: ["不要", "Not needed"],
  yes: ["はい", "Yes"],
  no: ["いいえ", "No"],
  open: ["未", "Open"],
  waits: ["前の手順を待つ", "Waits for an earlier step"],
  off: ["対象外（前の手順の結果による）", "Falls away"],
});

/** What is entered about a step. */
export const stepAct = texts({
  chosen: ["流れを選択", "Flow chosen"],
  done: ["済み", "Done"],
  not_needed: ["不要", "Not needed"],
  yes: ["はい", "Yes"],
  no: ["いいえ", "No"],
});
