/** The parts of the settings that concern one contract. */
export interface ContractSearch {
  contract?: string | undefined;
}

export const contractSearch = (search: Record<string, unknown>): ContractSearch => ({
  contract: typeof search.contract === "string" && search.contract !== "" ? search.contract : undefined,
});
