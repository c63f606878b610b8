import { texts } from "../../lib/i18n";

export const licenceText = texts({
  title: ["ライセンス台帳", "Register of licences"],
  about: [
    "業務に必要な第三者のソフトウェアのライセンスです。受託者の負担で、市が使えるように手配します。",
    "Licences of third parties' software that the work needs; the contractor arranges them for the city at its cost.",
  ],
  enter: ["ライセンスを登録する", "Enter a licence"],
  entered: ["ライセンスを登録しました。", "Entered the licence."],
  corrected: ["記入を直しました。", "Corrected."],
  details: ["ライセンス", "Licence"],
  number: ["番号", "Number"],
  heading: ["{number}番　{software}", "No. {number} {software}"],
  software: ["ソフトウェア", "Software"],
  edition: ["版", "Edition"],
  publisher: ["権利者", "Publisher"],
  publisherHint: [
    "ソフトウェアの権利を持つ会社など。",
    "The company, for example, that has the rights to the software.",
  ],
  licensee: ["使用者", "Licensee"],
  licenseeHint: ["契約の相手方。ふつうは市です。", "Whose licence it is: as a rule the city's."],
  quantity: ["数量", "Quantity"],
  quantityHint: ["使える台数や人数。", "How many units or people may use it."],
  wrongQuantity: [
    "数量は1から1,000,000までの整数で入力してください。",
    "Enter a whole quantity of 1 to 1,000,000.",
  ],
  obtainedOn: ["取得日", "Obtained on"],
  validUntil: ["有効期限", "Valid until"],
  validUntilHint: [
    "この日まで使えます。期限のないものは空欄にします。",
    "The last day of its use. Leave it empty where there is none.",
  ],
  withoutEnd: ["期限なし", "Without end"],
  payer: ["費用の負担", "Cost borne by"],
  payerName: ["負担する者", "Who bears it"],
  payerReason: ["市が合意した理由", "Why the city agreed"],
  purpose: ["用途", "What it is for"],
  request: ["作業依頼", "Work request"],
  requestNone: ["特定の依頼によらない", "No particular one"],
  certificatePlace: ["証書の保管場所", "Certificate kept at"],
  note: ["備考", "Note"],
  endedOn: ["終了日", "Ended on"],
  endedBecause: ["終了の理由", "Why it ended"],
  end: ["終了を記録する", "Record its end"],
  ended: ["終了を記録しました。", "Recorded its end."],
  endHint: ["使わなくなった理由を書きます。", "Say why it is used no more."],
  resume: ["終了を取り消す", "Take its end back"],
  resumed: ["終了を取り消しました。", "Took its end back."],
  reason: ["理由", "Reason"],
  lapsed: [
    "有効期限が過ぎています。更新したときは「記入を直す」で有効期限を改め、使い終えたときは「終了を記録する」を押してください。",
    "Its last day is over. If it was renewed, correct its last day; if it is used no more, record its end.",
  ],
  soon: ["90日以内に期限", "Ends within 90 days"],
});

export const licenceKind = texts({
  bought: ["買取", "Bought"],
  term: ["期間", "For a term"],
  other: ["その他", "Other"],
});

export const licenceState = texts({
  in_force: ["有効", "In force"],
  ended: ["終了", "Ended"],
});

export const licencePayer = texts({
  contractor: ["受託者", "The contractor"],
  other: ["受託者以外（市の合意による）", "Another, as the city agrees"],
});
