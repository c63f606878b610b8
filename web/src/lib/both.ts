import type { Text } from "./i18n";

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Kinds of events whose reason the program writes itself, in both languages: `日程が取り下げられました。 / the window was withdrawn`. */
const written = /^(due\..+|gate\.duty_met|approval\.voided)$/;

/** The reason of an event, in one language where the program wrote both. What a person wrote stays as it is. */
export function reasonOf({ kind, reason }: { kind: string; reason: string }): Text {
  const at = reason.indexOf(" / ");
  if (at < 0 || !written.test(kind)) return { ja: reason, en: reason };
  const [ja, en] = [reason.slice(0, at), reason.slice(at + 3)];
  return japanese.test(ja) && !japanese.test(en) ? { ja, en } : { ja: reason, en: reason };
}
