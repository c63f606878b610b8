import { language } from "../lib/i18n";

const question = {
  ja: "パスワードと思われる文字があります。記録は消せません。パスワードではないことを確かめましたか。",
  en: "This seems to hold a password, and records cannot be erased. Are you sure that it is not one?",
};

/** Asks whether a text that looks like a password may be stored all the same. */
export function confirmPasswordLike(): boolean {
  return window.confirm(question[language()]);
}
