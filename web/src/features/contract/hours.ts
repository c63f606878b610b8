import type { Contract } from "../../api/types";
import { type Language, type Message, message, say } from "../../lib/i18n";
import { weekdayName } from "../../lib/wareki";
import { contractText } from "./contract.text";

type Hours = Pick<Contract["hours"][number], "windows" | "always">;

const order = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const nameOf = (index: number, spoken: Language): string => weekdayName((index + 1) % 7, spoken);

/** Three days in a row or more become a range: 月～金, 月・水, Mon–Fri. */
export function sayWeekdays(days: readonly string[], spoken: Language): string {
  const present = order.map((day) => days.includes(day));
  const parts: string[] = [];
  for (let from = 0; from < order.length; from += 1) {
    if (!present[from]) continue;
    let to = from;
    while (present[to + 1]) to += 1;
    if (to - from >= 2) {
      parts.push(`${nameOf(from, spoken)}${spoken === "ja" ? "～" : "–"}${nameOf(to, spoken)}`);
      from = to;
    } else parts.push(nameOf(from, spoken));
  }
  return parts.join(spoken === "ja" ? "・" : ", ");
}

/** `08:45` without the zero that nobody says. */
const clock = (time: string): string => time.replace(/^0/, "");

export function sayHours({ windows, always }: Hours, spoken: Language): string[] {
  const fixed = (text: Message): string[] => [say(text, spoken)];
  if (always) return fixed(message(contractText, "always"));
  if (windows.length === 0) return fixed(message(contractText, "noHours"));
  return windows.map(
    ({ days, opens, closes }) =>
      `${sayWeekdays(days, spoken)} ${clock(opens)}${spoken === "ja" ? "～" : "–"}${clock(closes)}`,
  );
}

/** Items under their common heading, in the order in which the headings first come. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): { key: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].map(([key, members]) => ({ key, items: members }));
}
