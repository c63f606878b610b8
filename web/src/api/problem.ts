import { type Message, message, texts } from "../lib/i18n";

export interface FieldProblem {
  path: string;
  code: string;
  ja: string;
  en: string;
}

/** The body of an application/problem+json answer. */
interface ProblemDocument {
  status: number;
  code: string;
  detail_ja: string;
  detail_en: string;
  request_id?: string;
  errors?: FieldProblem[];
}

const problemText = texts({
  unreachable: [
    "サーバーにつながりません。ネットワークを確かめて、もう一度お試しください。入力した内容はこの画面に残っています。",
    "The server cannot be reached. Check the network and try again. What you entered is still on this screen.",
  ],
  unreadable: [
    "サーバーの応答を読めませんでした（状態 {status}）。しばらくしてからもう一度お試しください。",
    "The server's answer could not be read (status {status}). Please try again in a while.",
  ],
});

/** A failed call: what the server said, or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Message;
  readonly fields: FieldProblem[];
  readonly requestId: string;

  constructor(status: number, code: string, text: Message, fields: FieldProblem[] = [], requestId = "") {
    super(`${code}: ${text.en}`);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.text = text;
    this.fields = fields;
    this.requestId = requestId;
  }

  /** Somebody else changed the row first; other 412 answers are gates that are shut. */
  get isConflict(): boolean {
    return this.status === 412 && /[/_]changed$/.test(this.code);
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, "network/unreachable", message(problemText, "unreachable"));
  }

  static of(status: number, body: unknown): ApiProblem {
    if (!isProblem(body))
      return new ApiProblem(status, "network/unreadable", message(problemText, "unreadable", { status }));
    const text = { ja: body.detail_ja, en: body.detail_en };
    return new ApiProblem(status, body.code, text, body.errors ?? [], body.request_id ?? "");
  }
}

function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "code" in body && "detail_ja" in body;
}

/** The failure of a query or mutation as something that can be said. */
export function problemOf(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : ApiProblem.unreachable();
}
