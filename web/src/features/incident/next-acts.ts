import type { Incident, IncidentAct } from "../../api/types";

/** In the order of an ordinary course; arrival, start of work and departure are recorded with their visit. */
const ordinary: readonly IncidentAct[] = [
  "handed_over",
  "filtered",
  "contacted",
  "visit_decided",
  "goes_on",
  "restored",
  "checked",
  "closed",
  "waits",
  "agreed",
  "noted",
  "reopened",
];
/** What may happen again, and is then no longer what comes next. */
const repeated: readonly IncidentAct[] = ["contacted", "visit_decided"];

/** What can be recorded now, the usual next step first. */
export function nextActs({ acts, entries }: Pick<Incident, "acts" | "entries">): IncidentAct[] {
  const done = new Set(entries.filter(({ taken_back }) => taken_back === "").map(({ act }) => act));
  const again = (act: IncidentAct) => repeated.includes(act) && done.has(act);
  const possible = ordinary.filter((each) => acts.includes(each));
  return [...possible.filter((each) => !again(each)), ...possible.filter(again)];
}
