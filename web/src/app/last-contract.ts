const key = "hoshuban.last-contract";

/** The contract that this PC looked at last; where the first page leads. */
export function lastContract(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberContract(contract: string): void {
  try {
    localStorage.setItem(key, contract);
  } catch {
    // Then the first page leads to the first contract.
  }
}
