export interface IncidentSearch {
  q?: string | undefined;
  state?: string | undefined;
  site?: string | undefined;
}

const word = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const incidentSearch = (search: Record<string, unknown>): IncidentSearch => ({
  q: word(search.q),
  state: word(search.state),
  site: word(search.site),
});
