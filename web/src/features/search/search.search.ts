/** What is looked for, as it stands in the address. */
export interface SearchSearch {
  q?: string | undefined;
  kind?: string | undefined;
}

const text = (value: unknown): string | undefined => {
  const written = typeof value === "number" ? String(value) : value;
  return typeof written === "string" && written.trim() !== "" ? written.slice(0, 200) : undefined;
};

export const searchSearch = (search: Record<string, unknown>): SearchSearch => ({
  q: text(search.q),
  kind: text(search.kind),
});
