import { expect, it } from "vitest";
import type { IncidentAct, IncidentEntry } from "../../api/types";
import { nextActs } from "./next-acts";

const entry = (act: IncidentAct, taken_back = ""): IncidentEntry => ({
  id: act,
  act,
  at: "2023-06-01T09:00:00Z",
  person: "",
  city_person: "",
  text: "",
  appointment: null,
  finished_at: null,
  entered_by: "",
  entered_at: "2023-06-01T09:00:00Z",
  taken_back,
  visit_id: null,
});

it.each<[string, IncidentAct[], IncidentEntry[], IncidentAct[]]>([
  ["a call comes first", ["contacted", "arrived", "waits"], [], ["contacted", "waits"]],
  [
    "a second call comes last",
    ["contacted", "visit_decided", "arrived", "waits", "restored"],
    [entry("contacted")],
    ["visit_decided", "restored", "waits", "contacted"],
  ],
  [
    "one that was taken back is still to come",
    ["contacted", "waits"],
    [entry("contacted", "誤り")],
    ["contacted", "waits"],
  ],
  ["after a wait it goes on", ["contacted", "goes_on"], [entry("contacted")], ["goes_on", "contacted"]],
  ["nothing", [], [], []],
])("%s", (_name, acts, entries, next) => expect(nextActs({ acts, entries })).toEqual(next));
