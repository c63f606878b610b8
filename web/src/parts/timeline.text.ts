import { texts } from "../lib/i18n";

export const timelineText = texts({
  none: ["記録はまだありません。", "Nothing is recorded yet."],
  actor: ["{name}（{side}）", "{name} ({side})"],
  reason: ["理由：{reason}", "Reason: {reason}"],
  city: ["市", "City"],
  contractor: ["委託先", "Contractor"],
});
