import { today } from "../../api/session";
import { wallClock } from "../../lib/day";
import { type Message, message } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { registerText } from "./register.text";

export { wallClock };

/** Now, as the server counts days, to the minute. */
export const wallClockNow = (): string => {
  const now = wallClock(new Date().toISOString());
  return now.startsWith(today()) ? now : `${today()}T00:00`;
};

/** Messages for the fields that are empty. */
export function missing<T extends object>(
  values: T,
  labels: Partial<Record<keyof T & string, Message>>,
): Partial<Record<keyof T & string, Message>> {
  const errors: Partial<Record<keyof T & string, Message>> = {};
  for (const [name, label] of Object.entries(labels) as [keyof T & string, Message][]) {
    const value = values[name];
    if (typeof value === "string" && value.trim() === "")
      errors[name] = message(registerText, "fillIn", { label });
  }
  return errors;
}

/** Messages for days that are written, but are none. */
export function wrongDays<T extends object>(
  values: T,
  labels: Partial<Record<keyof T & string, Message>>,
): Partial<Record<keyof T & string, Message>> {
  const errors: Partial<Record<keyof T & string, Message>> = {};
  for (const [name, label] of Object.entries(labels) as [keyof T & string, Message][]) {
    const value = values[name];
    if (typeof value === "string" && value !== "" && !parseWrittenDay(value))
      errors[name] = message(registerText, "wrongDay", { label });
  }
  return errors;
}
