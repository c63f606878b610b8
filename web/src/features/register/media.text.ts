import { texts } from "../../lib/i18n";

export const mediaText = texts({
  title: ["外部媒体台帳", "Register of media"],
  register: ["媒体を登録する", "Register a medium"],
  registered: ["媒体を登録しました。", "Registered the medium."],
  required: [
    "この契約では、媒体を使うたびに、その前のウイルスチェックが必要です。",
    "This contract asks for a virus check before each use of a medium.",
  ],
  label: ["媒体番号", "Label"],
  labelHint: [
    "媒体に貼ってある番号。あとから変えられません。",
    "The number on the medium. It never changes.",
  ],
  kind: ["種類", "Kind"],
  name: ["内容", "Content"],
  purpose: ["目的", "Purpose"],
  keeper: ["管理者", "Keeper"],
  storagePlace: ["保管場所", "Place of storage"],
  recovery: ["リカバリメディア", "Recovery medium"],
  carried: ["入っている版", "Edition on it"],
  outdated: ["古い版", "Outdated"],
  holder: ["持っている人", "Holder"],
  check: ["ウイルスチェック", "Virus check"],
  checkedAt: ["チェック日時", "Checked at"],
  changedAt: ["最後の書込み", "Last written"],
  usedAt: ["最後の使用", "Last used"],
  details: ["媒体", "Medium"],
  corrected: ["記入を直しました。", "Corrected."],
  move: ["動きを記録する", "Record a movement"],
  moveKind: ["何があったか", "What happened"],
  moved: ["記録しました。", "Recorded."],
  movedIncident: [
    "記録しました。情報セキュリティ事故として受け付けました。",
    "Recorded, and taken in as a security incident.",
  ],
  moveIncidentHint: [
    "紛失・破損・漏えいを記録すると、情報セキュリティ事故として受け付けます。",
    "Loss, damage and leak are taken in as a security incident.",
  ],
  movements: ["持出し・返却などの記録", "Movements"],
  noMovements: ["記録はまだありません。", "Nothing yet."],
  uses: ["使用の予定と記録", "Planned and recorded uses"],
  noUses: ["予定も記録もありません。", "Neither planned nor recorded."],
  plan: ["使用を予定する", "Plan a use"],
  planned: ["使用を予定しました。", "Planned."],
  job: ["作業依頼", "Work request"],
  jobHint: ["完了していない依頼から選びます。", "One that is not completed."],
  device: ["機器の番号", "Device"],
  plannedAt: ["使う予定の日時", "Planned for"],
  usePurpose: ["使う目的", "Purpose"],
  recordUse: ["使ったことを記録する", "Record the use"],
  useRecorded: ["使用を記録しました。", "Recorded."],
  usedBy: ["使った人", "Used by"],
  permission: ["接続の許可", "Permission"],
  cancelUse: ["予定を取り消す", "Cancel"],
  useCancelled: ["予定を取り消しました。", "Cancelled."],
  checks: ["チェックの記録", "Checks"],
  noChecks: ["まだ一度もチェックしていません。", "Never checked."],
  method: ["方法", "How"],
  tool: ["検査プログラム", "Scanner"],
  definitions: ["定義ファイルの日付", "Signatures of"],
  verdict: ["結果", "Result"],
  checkedBy: ["チェックした人", "Checked by"],
  checkFiles: ["検査したファイル", "Files"],
  showFiles: ["ファイルを見る", "Show files"],
  scan: ["ウイルスチェックをする", "Check for viruses"],
  manual: ["別のプログラムでしたチェックを記録する", "Record a check made elsewhere"],
  manualDone: ["チェックを記録しました。", "Recorded the check."],
  noScanner: [
    "このシステムにはウイルス検査のプログラム（ClamAV）がつながっていません。検査端末などでチェックし、結果を記録してください。",
    "No scanner (ClamAV) is connected. Check the medium elsewhere and record the result.",
  ],
  manualReason: ["ここで検査しない理由", "Why it is not scanned here"],
  note: ["備考", "Note"],
  scanLead: [
    "媒体のファイルを選ぶと、一つずつ検査します。ファイルは保存しません。結果とハッシュだけを残します。",
    "Choose the files of the medium: each is scanned. They are not stored, only the result and the hash.",
  ],
  scanFiles: ["媒体のファイル", "Files of the medium"],
  scanHint: [
    "1件100MBまで。大きいファイルは別のプログラムで検査してください。",
    "Up to 100 MB each. Check larger ones elsewhere.",
  ],
  scanning: ["検査しています（{done}／{total}）", "Scanning ({done} of {total})"],
  scanClean: [
    "{count}件を検査し、異常はありませんでした。次に使うまで有効です。",
    "{count} files were scanned and are clean. This holds for the next use.",
  ],
  scanFound: [
    "ウイルスが見つかりました。媒体を使わず、情報セキュリティ責任者に知らせてください。情報セキュリティ事故として受け付けました。",
    "A virus was found. Do not use the medium and tell the security officer. It was taken in as a security incident.",
  ],
  scanStopped: [
    "検査が終わっていません。異常なしとは記録していません。",
    "The check is not finished. Nothing was recorded as clean.",
  ],
  scanAgain: ["残りをもう一度検査する", "Scan the rest again"],
  close: ["閉じる", "Close"],
  waiting: ["待っています", "Waiting"],
  running: ["検査中", "Scanning"],
  clean: ["異常なし", "Clean"],
  infected: ["ウイルス検出", "Infected"],
  failed: ["検査できません", "Not scanned"],
});

export const mediumKind = texts({
  cd: ["CD-ROM", "CD-ROM"],
  dvd: ["DVD", "DVD"],
  usb: ["USBメモリ", "USB memory"],
  external_disk: ["外付けディスク", "External disk"],
  tape: ["テープ", "Tape"],
  other: ["その他", "Other"],
});

export const mediumState = texts({
  stored: ["保管中", "Stored"],
  out: ["持出し中", "Taken out"],
  lost: ["紛失", "Lost"],
  damaged: ["破損", "Damaged"],
  disposed: ["廃棄済み", "Disposed of"],
});

export const checkState = texts({
  not_required: ["契約に定めなし", "Not asked for"],
  clean: ["異常なし", "Clean"],
  none: ["未チェック", "Not checked"],
  outdated: ["再チェックが必要", "Check again"],
  infected: ["ウイルス検出", "Infected"],
});

/** What follows for the person who wants to use the medium. */
export const checkHelp = texts({
  not_required: [
    "この契約は、使う前のチェックを定めていません。",
    "This contract does not ask for a check before use.",
  ],
  clean: ["次の1回の使用に使えます。", "May be used once."],
  none: ["使う前にチェックしてください。", "Check it before it is used."],
  outdated: [
    "最後のチェックの後に、書き込まれたか使われています。もう一度チェックしてください。",
    "It was written to or used since the last check. Check it again.",
  ],
  infected: [
    "使わずに、情報セキュリティ責任者の指示を受けてください。",
    "Do not use it; ask the security officer.",
  ],
});

export const moveWord = texts({
  taken_out: ["持出し", "Taken out"],
  returned: ["返却", "Returned"],
  written: ["書込み・内容の変更", "Content changed"],
  lost: ["紛失", "Lost"],
  damaged: ["破損", "Damaged"],
  leaked: ["情報の漏えい", "Information leaked"],
  found: ["発見", "Found again"],
  disposed: ["廃棄", "Disposed of"],
});

export const useWord = texts({
  planned: ["予定", "Planned"],
  used: ["使用済み", "Used"],
  cancelled: ["取消", "Cancelled"],
});

export const methodWord = texts({
  scanner: ["このシステムで検査", "Scanned here"],
  manual: ["別のプログラム", "Elsewhere"],
});

export const verdictWord = texts({
  running: ["途中", "Unfinished"],
  clean: ["異常なし", "Clean"],
  infected: ["ウイルス検出", "Infected"],
});
