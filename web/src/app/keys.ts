import { useParams, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { menu } from "./menu";

/** The second key after `g` for each menu word. */
export const goKeys: Readonly<Record<string, string>> = {
  t: "today",
  i: "requests",
  s: "approvals",
  c: "contract",
  k: "calendar",
  a: "audit",
};

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

/** `/` search, `?` list of keys, `g` and a letter to a menu word; never while somebody types or composes. */
export function useKeys(showKeys: () => void): void {
  const router = useRouter();
  const { contract } = useParams({ strict: false });
  const going = useRef(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (!plain || typing(event.target) || keysOff()) return;
      const word = going.current ? goKeys[event.key] : undefined;
      const item = menu.find(({ key }) => key === word);
      going.current = event.key === "g";
      if (item) router.history.push(item.to.replace("$contract", contract ?? ""));
      else if (event.key === "?") showKeys();
      else if (event.key === "/") searchOfPage()?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, contract, showKeys]);
}
