/** What is looked for, as it stands in the address. */
export interface AuditSearch {
  kind?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  actor?: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export const auditSearch = (search: Record<string, unknown>): AuditSearch => ({
  kind: text(search.kind),
  subject: text(search.subject),
  from: day(search.from),
  to: day(search.to),
  actor: text(search.actor),
});

export interface Subject {
  kind: string;
  id: string;
}

export function subjectOf(written: string | undefined): Subject | undefined {
  const match = /^([a-z_]+):(.*)$/.exec(written ?? "");
  return match ? { kind: match[1] ?? "", id: match[2] ?? "" } : undefined;
}

export const subjectText = ({ kind, id }: Subject): string => `${kind}:${id}`;
