import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { addressOf, type MenuWord } from "./menu";

const offKey = "hoshuban.keys-off";

/** Single-letter keys can be switched off (WCAG 2.1.4). */
export const keysOff = (): boolean => {
  try {
    return localStorage.getItem(offKey) === "1";
  } catch {
    return false;
  }
};

export function switchKeys(off: boolean): void {
  try {
    localStorage.setItem(offKey, off ? "1" : "0");
  } catch {
    // The choice cannot be kept; the keys stay on.
  }
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input, textarea, select, [contenteditable], [role=dialog] *");

/** The search of the page itself where it has one, else that of the header. */
const searchOfPage = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-shortcut="/"]')].at(-1);

/** `/` search, `?` list of keys, `g` and a letter to a page of the menu; never while somebody types or composes. */
export function useKeys(words: readonly MenuWord[], contract: string, showKeys: () => void): void {
  const router = useRouter();
  const going = useRef(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (!plain || typing(event.target) || keysOff()) return;
      const pages = going.current ? words.flatMap((word) => word.pages) : [];
      const page = pages.find(({ go }) => go === event.key);
      going.current = event.key === "g";
      if (page) router.history.push(addressOf(page, contract));
      else if (event.key === "?") showKeys();
      else if (event.key === "/") searchOfPage()?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, words, contract, showKeys]);
}
