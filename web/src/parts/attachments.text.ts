import { texts } from "../lib/i18n";

export const attachmentsText = texts({
  attachments: ["添付ファイル", "Attachments"],
  noAttachments: ["添付ファイルはありません。", "No attachments."],
  addAttachment: ["ファイルを添付する", "Add a file"],
  attachmentHint: ["1ファイル 50 MB まで。", "Up to 50 MB each."],
  attachmentLarge: [
    "「{name}」は 50 MB を超えています。分けるか圧縮してください。",
    "“{name}” is larger than 50 MB. Split or compress it.",
  ],
  attached: ["「{name}」を添付しました。", "“{name}” was attached."],
  uploading: ["{name} を送っています", "Sending {name}"],
  fileName: ["ファイル名", "File name"],
  fileSize: ["大きさ", "Size"],
  fileAdded: ["添付", "Added"],
});
