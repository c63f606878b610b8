import { useState } from "react";

const keyOf = (ledger: string): string => `hoshuban.hidden-columns.${ledger}`;

function stored(ledger: string): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(ledger)) ?? "[]");
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/** The columns that this PC's user has hidden in a ledger; names of columns only, nothing personal. */
export function useHiddenColumns(ledger: string): [hidden: string[], change: (hidden: string[]) => void] {
  const [hidden, setHidden] = useState(() => stored(ledger));
  const change = (next: string[]) => {
    setHidden(next);
    try {
      localStorage.setItem(keyOf(ledger), JSON.stringify(next));
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  return [hidden, change];
}
