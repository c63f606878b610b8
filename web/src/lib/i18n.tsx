import { useSyncExternalStore } from "react";

export type Language = "ja" | "en";

/** A sentence in both languages, as the server sends it and as the dictionaries hold it. */
export interface Text {
  ja: string;
  en: string;
}

export type Value = string | number | Text;

/** A sentence that can still be said in either language: what notices and errors hold. */
export interface Message extends Text {
  values?: Record<string, Value>;
}

type Entry = readonly [ja: string, en: string];
export type Dictionary = Record<string, Entry>;

type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Counted}:${string}` ? Counted : Name) | Placeholder<Rest>
  : never;
type Arguments<E extends Entry> = [Placeholder<E[0]>] extends [never]
  ? []
  : [values: Record<Placeholder<E[0]>, Value>];

/**
 * Declares a dictionary: each key has its Japanese and its English text side by side. `{count}` stands for a value,
 * `{count:s}` for the letters after the colon where that value is not one: `{count} day{count:s}`.
 */
export const texts = <const D extends Dictionary>(dictionary: D): D => dictionary;

const storageKey = "hoshuban.language";
const listeners = new Set<() => void>();

function stored(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "ja";
  } catch {
    return "ja";
  }
}

let current: Language = typeof localStorage === "undefined" ? "ja" : stored();

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Storage may be switched off by policy; the language then lasts as long as the page.
  }
  show(next);
}

/** The language of the account, for a PC on which nobody has chosen one. */
export function suggestLanguage(suggested: string): void {
  try {
    if (localStorage.getItem(storageKey) !== null) return;
  } catch {
    return;
  }
  if (suggested !== current && (suggested === "ja" || suggested === "en")) show(suggested);
}

function show(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language, language);

export function say(message: Message, spoken: Language): string {
  return fill(spoken === "en" && message.en ? message.en : message.ja, message.values, spoken);
}

function fill(text: string, values: Record<string, Value> | undefined, spoken: Language): string {
  if (!values) return text;
  return text.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, plural?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (plural) return String(value) === "1" ? "" : plural;
    return typeof value === "object" ? say(value, spoken) : String(value);
  });
}

/** Says texts and messages of the server, or of `message`, in the language of the screen. */
export function useSay(): (message: Message) => string {
  const spoken = useLanguage();
  return (message) => say(message, spoken);
}

/** Says the entries of one dictionary in the language of the screen; the values of `{…}` are checked by the compiler. */
export function useText<D extends Dictionary>(dictionary: D) {
  const spoken = useLanguage();
  return <K extends keyof D & string>(key: K, ...[values]: Arguments<D[K]>): string =>
    say(toMessage(dictionary[key] as Entry, values), spoken);
}

/** An entry with its values, to be said later: notices must not stay Japanese when the language is switched. */
export function message<D extends Dictionary, K extends keyof D & string>(
  dictionary: D,
  key: K,
  ...[values]: Arguments<D[K]>
): Message {
  return toMessage(dictionary[key] as Entry, values);
}

function toMessage(entry: Entry, values: Record<string, Value> | undefined): Message {
  const [ja, en] = entry;
  return values ? { ja, en, values } : { ja, en };
}
