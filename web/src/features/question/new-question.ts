import type { NewQuestion } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message } from "../../lib/i18n";
import { questionText } from "./question.text";

export interface QuestionValues {
  about: NewQuestion["subject_kind"];
  request_id: string;
  procedure_id: string;
  title: string;
  text: string;
}

export const questionErrors = ({
  about,
  request_id,
  title,
  text,
}: QuestionValues): Errors<QuestionValues> => ({
  ...(about === "work_request" &&
    request_id === "" && { request_id: message(questionText, "chooseRequest") }),
  ...(title.trim() === "" && { title: message(questionText, "enterTitle") }),
  ...(text.trim() === "" && { text: message(questionText, "enterQuestion") }),
});

/** Only the id of what the question is about is sent. */
export const newQuestion = ({
  about,
  request_id,
  procedure_id,
  title,
  text,
}: QuestionValues): NewQuestion => ({
  subject_kind: about,
  title: title.trim(),
  text: text.trim(),
  ...(about === "work_request" && { request_id }),
  ...(about === "procedure" && { procedure_id }),
});
