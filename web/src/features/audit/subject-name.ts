import { useText } from "../../lib/i18n";
import type { Subject } from "./audit.search";
import { subjectKindText } from "./subject-kind.text";

const isKnown = (kind: string): kind is keyof typeof subjectKindText => Object.hasOwn(subjectKindText, kind);

const pages: Record<string, string> = {
  activity: "/activities/",
  approval: "/approvals/",
  installation: "/installations/",
  licence: "/licences/",
  loan: "/loans/",
  medium: "/media/",
  procedure: "/procedures/",
  question: "/questions/",
  recovery: "/recovery/",
  repair: "/repairs/",
  incident: "/incidents/",
  improvement: "/incidents/improvements/",
  incident_month: "/incidents/months/",
  security_incident: "/security-incidents/",
  site: "/sites/",
  visit: "/visits/",
  visit_finding: "/visits/findings/",
  work_request: "/requests/",
  worker: "/people/",
};

/** Where people look at a subject, below the contract; undefined for what has no page of its own. */
export function pageOf({ kind, id }: Subject): string | undefined {
  const page = Object.hasOwn(pages, kind) ? pages[kind] : undefined;
  return page && id !== "" ? page + encodeURIComponent(id) : undefined;
}

/** 作業依頼 A25A-12, or the beginning of the id where people know no number. */
export function useSubjectName(numbers: ReadonlyMap<string, string> | undefined) {
  const t = useText(subjectKindText);
  return ({ kind, id }: Subject): string => {
    const word = isKnown(kind) ? t(kind) : kind;
    if (kind === "contract" || id === "") return word;
    return `${word} ${numbers?.get(id) ?? id.slice(-8)}`;
  };
}
