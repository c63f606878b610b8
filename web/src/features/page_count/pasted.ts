import { type Message, message } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { surveyText } from "./survey.text";

const mostPages = 999_999_999;

/** A counter as people and spreadsheets write it (１２，３４５枚), or nothing where it is none. */
export function pagesIn(text: string): number | undefined {
  const digits = text.normalize("NFKC").trim().replace(/枚$/, "").replaceAll(",", "").trim();
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  const pages = Number(digits);
  return pages <= mostPages ? pages : undefined;
}

/** What is wrong with a cell of a survey that was pasted; the server judges what a blank means. */
export function pastedProblem(column: string, text: string): Message | undefined {
  if (text.trim() === "") return undefined;
  if (column === "pages" && pagesIn(text) === undefined) return message(surveyText, "noPages");
  if (column === "read_on" && parseWrittenDay(text) === undefined) return message(surveyText, "noDay");
  return undefined;
}
