const prefix = "hoshuban.draft.";
const lifetime = 7 * 86_400_000;

interface Draft {
  saved: number;
  values: unknown;
}

const keyOf = (person: string, form: string): string => `${prefix}${person}.${form}`;

/** Keeps what somebody was writing. Never hand over passwords or files: town-hall PCs are shared. */
export function saveDraft(person: string, form: string, values: unknown): void {
  try {
    const draft: Draft = { saved: Date.now(), values };
    localStorage.setItem(keyOf(person, form), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage costs the draft, not the form.
  }
}

export function loadDraft<T>(person: string, form: string): T | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(person, form)) ?? "null") as Draft | null;
    if (draft && Date.now() - draft.saved < lifetime) return draft.values as T;
  } catch {
    // An unreadable draft is no draft.
  }
  dropDraft(person, form);
  return undefined;
}

export function dropDraft(person: string, form: string): void {
  try {
    localStorage.removeItem(keyOf(person, form));
  } catch {
    // Nothing was kept.
  }
}

/** On log-out: the next person at this PC finds nothing. */
export function purgeDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
