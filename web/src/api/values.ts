import { instantInJapan, isDay, partsOf } from "../lib/day";
import { type Language, message, say, type Text } from "../lib/i18n";
import { sayDay } from "../lib/wareki";
import { roleText } from "./role.text";
import type { Contract, Site } from "./types";
import { startText, valueText } from "./values.text";

const own = <D extends object>(table: D, key: string): key is string & keyof D => Object.hasOwn(table, key);

/** Whose value is the id of a site. */
const siteFields = ["site_id", "window_site"];

/** A stored value in the words of the screen: the contract's words for states and kinds of work, names of sites, days with weekday. */
export function sayValue(
  contract: Contract,
  field: string,
  value: string,
  spoken: Language,
  sites: readonly Pick<Site, "id" | "name">[] = [],
): string {
  if (siteFields.includes(field)) return sites.find(({ id }) => id === value)?.name ?? value;
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
  if (field === "start_kind" && own(startText, value)) return message(startText, value);
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
