import { useSyncExternalStore } from "react";
import { type Message, useSay, useText } from "../lib/i18n";
import type { Tone } from "./Banner";
import { uiText } from "./ui.text";

interface Toast {
  id: number;
  tone: Tone;
  message: Message;
}

const shownFor = 10_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const dismiss = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

/** Tells what was done. Good news goes away by itself or with the next, the rest stays until it is closed. */
export function announce(message: Message, tone: Tone = "success"): void {
  lastId += 1;
  const id = lastId;
  const older = toasts.filter((toast) => toast.tone !== "success" && toast.tone !== "info").slice(-2);
  change([...older, { id, tone, message }]);
  if (tone === "success" || tone === "info") setTimeout(() => dismiss(id), shownFor);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const signs: Record<Tone, string> = { info: "i", success: "✓", warning: "△", error: "×" };

export function Toasts() {
  const t = useText(uiText);
  const say = useSay();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section className="toasts" aria-label={t("notices")} aria-live="polite">
      {shown.map(({ id, tone, message }) => (
        <div className="toast" data-tone={tone} key={id}>
          <span className="banner-sign" aria-hidden="true">
            {signs[tone]}
          </span>
          <p>{say(message)}</p>
          <button type="button" className="toast-close" onClick={() => dismiss(id)}>
            {t("close")}
          </button>
        </div>
      ))}
    </section>
  );
}
