import { texts } from "../../lib/i18n";

export const installationText = texts({
  title: ["設置・撤去台帳", "Ledger of installation"],
  about: [
    "設置・撤去・移設・再セットアップを、市の指示・上限・媒体とともに予定し、完了と同時に機器台帳を更新します。",
    "Installation, removal, relocation and re-setup: planned with the city's instruction, the caps and the medium; the register follows when they are done.",
  ],
  none: ["この契約には、設置・撤去の業務がありません。", "Installation is no work of this contract."],
  quotas: ["上限・見込みの使用", "Use of caps and estimates"],
  plan: ["作業を予定する", "Plan a job"],
  planned: ["作業を予定しました。", "Planned the job."],
  number: ["番号", "Number"],
  kind: ["種類", "Kind"],
  state: ["状態", "State"],
  openOnes: ["これから行うもの", "Still to be done"],
  site: ["置く拠点", "Site"],
  siteNone: ["選んでください", "Choose"],
  plannedOn: ["予定日", "Planned on"],
  units: ["機器", "Units"],
  unitCount: ["{count}台", "{count}"],
  unitSearch: ["機器を探す（機器ID・機種）", "Find units (ID, model)"],
  unitAdd: ["機器を加える", "Add a unit"],
  unitNone: ["見つかりません。機器IDを確かめてください。", "Nothing found: check the ID."],
  unitsChosen: ["選んだ機器", "Chosen units"],
  unitsMissing: ["機器を選んでください。", "Choose units."],
  take: ["外す", "Take out"],
  takeUnit: ["{number}を外す", "Take out {number}"],
  addressOf: ["{number}のIPアドレス（変わるとき）", "IP address of {number} (when it changes)"],
  address: ["IPアドレス", "IP address"],
  placeOf: ["{number}を置く場所", "Where {number} is put"],
  place: ["場所", "Place"],
  job: ["市の指示（作業依頼）", "Instruction of the city (work request)"],
  jobNone: ["作業依頼によらない", "Not by a work request"],
  instruction: ["市の指示（だれがいつ何を）", "Instruction of the city (who, when, what)"],
  instructionHint: [
    "作業依頼がないときに、だれがいつ何を指示したかを残します。",
    "Where there is no work request: who told what when.",
  ],
  medium: ["市が指定した媒体の版", "Edition of the medium that the city names"],
  lentOn: ["機器を借りた日", "Lent on"],
  dueBack: ["返却の目安", "Due back"],
  late: ["返却が遅れています", "Late"],
  agreement: ["上限を超えるときの市との合意", "Agreement of the city to pass a cap"],
  agreementHint: [
    "上限を超えるときだけ、だれがいつ合意したかを入力します。",
    "Only past a cap: who agreed when.",
  ],
  note: ["備考", "Note"],
  details: ["作業", "Job"],
  steps: ["経過", "Steps"],
  noSteps: ["まだ記録がありません。", "Nothing recorded yet."],
  record: ["次を記録する", "Record the next step"],
  recorded: ["記録しました。", "Recorded."],
  act: ["記録すること", "Step"],
  person: ["だれが", "Who"],
  receiver: ["受け取った市の職員", "Who of the city took them back"],
  mediumUsed: ["使った媒体の版", "Edition that was used"],
  mediumHint: ["市が指定した版：{medium}", "The city named: {medium}"],
  receipt: ["受領書の番号など", "Receipt"],
  why: ["取りやめの理由", "Why it is given up"],
  doneHint: [
    "記録すると、すべての機器の異動が台帳に入り、所在等管理一覧の最新の版も更新されます。",
    "All units move in the register, and the newest editions of the ledgers follow.",
  ],
  lastOn: ["最後の記録", "Latest step"],
});

export const installationKind = texts({
  installation: ["設置", "Installation"],
  removal: ["撤去", "Removal"],
  relocation: ["移設", "Relocation"],
  resetup: ["再セットアップ", "Re-setup"],
});

export const installationState = texts({
  planned: ["予定", "Planned"],
  set_up: ["セットアップ済み", "Set up"],
  done: ["完了", "Done"],
  returned: ["返却済み", "Returned"],
  cancelled: ["取りやめ", "Given up"],
});

export const installationAct = texts({
  set_up: ["再セットアップ", "Set up anew"],
  done: ["完了", "Done"],
  returned: ["返却", "Given back"],
  cancelled: ["取りやめ", "Given up"],
});
