import type { Sorting } from "./column";

/** The order in an address: a column, or `-column` for descending; `usual` is the order of the list itself. */
export function sortingOf(sort: string | undefined, usual: string): Sorting {
  const asked = sort ?? usual;
  return asked.startsWith("-")
    ? { key: asked.slice(1), descending: true }
    : { key: asked, descending: false };
}

/** A click on a heading: ascending first, then descending, then the order of the list again. */
export function nextSort(sort: string | undefined, key: string, usual: string): string | undefined {
  const { key: present, descending } = sortingOf(sort, usual);
  const turned = present === key && !(sort === undefined && usual.startsWith("-"));
  if (!turned) return key;
  return descending ? undefined : `-${key}`;
}
