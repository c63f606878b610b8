import { useQuery } from "@tanstack/react-query";
import { isDay, partsOf } from "../lib/day";
import { type Language, message, say, type Text, useLanguage } from "../lib/i18n";
import { sayDay, sayInstant } from "../lib/wareki";
import { sitesQuery, useContract } from "./contract";
import { roleText } from "./role.text";
import type { Contract, Site } from "./types";
import { codedText, valueText } from "./values.text";

const own = <D extends object>(table: D, key: string): key is string & keyof D => Object.hasOwn(table, key);

/** Fields whose values are codes of the program, not what somebody wrote. */
const coded: ReadonlySet<string> = new Set([
  "state",
  "kind",
  "act",
  "move",
  "method",
  "verdict",
  "use_state",
  "in_order",
  "entry",
  "start_kind",
  "vendor_word",
  "result",
  "recovery",
  "emergency",
]);

/** Fields that name a site by its id. */
const ofSite: ReadonlySet<string> = new Set(["site_id", "window_site"]);

/** Values that tell a person nothing: the program's own ids of rows. */
export const isId = (value: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);

/** A stored value in the words of the screen: the contract's words for states and kinds of work, days with weekday. */
export function sayValue(
  contract: Contract,
  field: string,
  value: string,
  spoken: Language,
  sites: readonly Site[] = [],
): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value) && isDay(partsOf(value))) return sayDay(value, spoken);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return sayInstant(value, spoken);
  const word = wordFor(contract, field, value);
  if (word) return say(word, spoken);
  if (ofSite.has(field)) return sites.find(({ id }) => id === value)?.name ?? value;
  if (field === "work_types") return listed(contract.work_types, value, spoken);
  if (field === "acts") return listed(contract.acts, value, spoken);
  return value;
}

/** The same for the contract of the address, with the names of its sites. */
export function useSayValue(): (field: string, value: string) => string {
  const contract = useContract();
  const spoken = useLanguage();
  const sites = useQuery(sitesQuery(contract.id)).data?.items;
  return (field, value) => sayValue(contract, field, value, spoken, sites);
}

function wordFor(contract: Contract, field: string, value: string): Text | undefined {
  if (field === "status") return contract.status_labels[value] as Text | undefined;
  if (field.endsWith("_confirmation") && own(valueText, value)) return message(valueText, value);
  if (field === "window_overtime")
    return contract.overtime.find(({ id }) => id === value)?.label as Text | undefined;
  if (field === "role" && own(roleText, value)) return message(roleText, value);
  const approval = field === "kind" ? contract.approvals.find(({ id }) => id === value) : undefined;
  if (approval) return approval.label;
  return coded.has(field) && own(codedText, value) ? message(codedText, value) : undefined;
}

/** Several of what the contract names, in its words. */
function listed(named: readonly { id: string; label: Text }[], value: string, spoken: Language): string {
  const label = (id: string) => named.find((each) => each.id === id)?.label;
  return value
    .split(/[,\s]+/)
    .map((id) => {
      const found = label(id);
      return found ? say(found, spoken) : id;
    })
    .join(spoken === "ja" ? "、" : ", ");
}
