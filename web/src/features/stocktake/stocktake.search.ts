/** The state of a stock-take's page in the address. */
export interface StocktakeSearch {
  site?: string | undefined;
  verdict?: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const stocktakeSearch = (search: Record<string, unknown>): StocktakeSearch => ({
  site: text(search.site),
  verdict: text(search.verdict),
});

/** The state of the page of labels: whose labels, on which sheet, from which sticker on. */
export interface LabelSearch {
  site?: string | undefined;
  sheet?: string | undefined;
  skip?: number | undefined;
}

export const labelSearch = (search: Record<string, unknown>): LabelSearch => ({
  site: text(search.site),
  sheet: text(search.sheet),
  skip: typeof search.skip === "number" && search.skip > 0 && search.skip < 100 ? search.skip : undefined,
});
