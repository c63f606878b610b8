import { texts } from "../../lib/i18n";
import type { Kind } from "./kinds";

/** The same words as the server's; a test compares them. */
export const kindText = texts({
  "work_request.created": ["作業依頼を作成", "Request written"],
  "work_request.changed": ["記入欄を変更", "Columns changed"],
  "work_request.accepted": ["受付", "Accepted"],
  "work_request.result_recorded": ["対応結果を記録", "Result recorded"],
  "work_request.contractor_signed": ["委託先確認", "Confirmed by the contractor"],
  "work_request.city_signed": ["市の確認", "Confirmed by the city"],
  "work_request.sent_back": ["差し戻し", "Sent back"],
  "work_request.commented": ["コメント", "Comment"],
  "work_request.file_attached": ["ファイルを添付", "File attached"],
  "work_request.imported": ["一覧から取り込み", "Imported from a list"],
  "work_request.changed_by_import": ["一覧の取り込みで変更", "Changed by an import"],
  "work_request.exported": ["一覧を書き出し", "List exported"],
  "work_request.viewed": ["閲覧", "Viewed"],
  "membership.added": ["役割を付与", "Role given"],
  "membership.ended": ["役割を終了", "Role ended"],
  "token.created": ["APIトークンを作成", "API token made"],
  "token.revoked": ["APIトークンを取り消し", "API token revoked"],
  "contract.loaded": ["契約プロファイルを読み込み", "Contract profile loaded"],
  "events.exported": ["操作の記録を書き出し", "Events exported"],
}) satisfies Record<Kind, readonly [string, string]>;

export const auditText = texts({
  title: ["監査", "Audit"],
  print: ["印刷", "Print"],
  chain: ["記録のつながり", "The chain of records"],
  chainLead: [
    "操作の記録は一つ前の記録のハッシュを含みます。書き換え、削除、入れ替えがあればここで分かります。",
    "Every event holds the hash of the one before. Altered, removed or swapped events are found here.",
  ],
  check: ["つながりを確かめる", "Check the chain"],
  whole: ["{count}件の記録に異常はありません。", "All {count} events are whole."],
  broken: ["記録に異常があります。", "The chain is broken."],
  until: ["{sequence}番までは正しくつながっています。", "It is whole up to event {sequence}."],
  head: ["末尾のハッシュ", "Hash of the last event"],
  checkedAt: ["確かめた時刻", "Checked at"],
  headHint: [
    "紙や別の場所に控えておくと、あとで末尾ごと消されたことにも気づけます。",
    "Noted on paper or elsewhere, it also shows later that the end was cut off.",
  ],
  exportTitle: ["記録をファイルに取り出す", "Take the records out"],
  exportHint: [
    "サーバーで次の命令を実行します。1行に1件のJSONで、別のプログラムでもハッシュを確かめられます。",
    "Run this on the server. One JSON line per event; other programs can verify the hashes too.",
  ],
  events: ["操作の記録", "Events"],
  kind: ["何をした", "What"],
  allKinds: ["すべて", "All"],
  number: ["作業依頼の管理番号", "Number of a request"],
  find: ["絞り込む", "Find"],
  clear: ["条件を消す", "Clear"],
  onlyThis: ["この対象だけ", "Only this"],
  shownSubject: ["対象：{subject}", "Subject: {subject}"],
  notFound: ["管理番号 {number} の作業依頼はありません。", "There is no request with the number {number}."],
  sequence: ["番号", "No."],
  at: ["日時", "When"],
  actor: ["誰が", "Who"],
  subject: ["対象", "Subject"],
  origin: ["どこから", "From where"],
  reason: ["理由：{reason}", "Reason: {reason}"],
  changes: ["変更 {count}項目", "{count} changes"],
  empty: ["（空）", "(empty)"],
  hash: ["ハッシュ {hash}", "Hash {hash}"],
  requestId: ["問い合わせ番号 {id}", "Reference {id}"],
  screen: ["画面", "Screen"],
  token: ["APIトークン", "API token"],
  command: ["サーバーの命令", "Command on the server"],
  job: ["自動処理", "Automatic"],
  more: ["続きを見る", "Show more"],
  shown: ["{count}件を表示", "{count} shown"],
  none: ["当てはまる記録はありません。", "No events match."],
  city: ["市", "City"],
  contractor: ["委託先", "Contractor"],
  neutral: ["－", "–"],
});

export const subjectKindText = texts({
  work_request: ["作業依頼", "Request"],
  person: ["利用者", "Person"],
  token: ["APIトークン", "API token"],
  contract: ["契約", "Contract"],
  events: ["操作の記録", "Events"],
});

export const valueText = texts({
  none: ["なし", "None"],
  signed: ["確認済み", "Signed"],
  imported: ["取り込み", "Imported"],
});
