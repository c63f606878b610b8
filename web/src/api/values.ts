import { instantInJapan, isDay, partsOf } from "../lib/day";
import { type Language, message, say, type Text } from "../lib/i18n";
import { sayDay } from "../lib/wareki";
import { roleText } from "./role.text";
import type { Contract } from "./types";
import { valueText } from "./values.text";

const own = <D extends object>(table: D, key: string): key is string & keyof D => Object.hasOwn(table, key);

/** A stored value in the words of the screen: the contract's words for states and kinds of work, days with weekday. */
export function sayValue(contract: Contract, field: string, value: string, spoken: Language): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value) && isDay(partsOf(value))) return sayDay(value, spoken);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return instantInJapan(value);
  const word = wordFor(contract, field, value);
  if (word) return say(word, spoken);
  if (field === "work_types") return workTypes(contract, value, spoken);
  return value;
}

function wordFor(contract: Contract, field: string, value: string): Text | undefined {
  if (field === "status") return contract.status_labels[value] as Text | undefined;
  if (field.endsWith("_confirmation") && own(valueText, value)) return message(valueText, value);
  if (field === "window_overtime")
    return contract.overtime.find(({ id }) => id === value)?.label as Text | undefined;
  if (field === "role" && own(roleText, value)) return message(roleText, value);
  return undefined;
}

function workTypes(contract: Contract, value: string, spoken: Language): string {
  const label = (id: string) => contract.work_types.find((type) => type.id === id)?.label;
  return value
    .split(/[,\s]+/)
    .map((id) => {
      const found = label(id);
      return found ? say(found, spoken) : id;
    })
    .join(spoken === "ja" ? "、" : ", ");
}
