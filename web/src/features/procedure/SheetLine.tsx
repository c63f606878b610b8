import { type KeyboardEvent, useId, useRef } from "react";
import { problemOf } from "../../api/problem";
import type { StepResult } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { announce } from "../../ui/Toast";
import { photoUrl, useAddPhoto } from "./job.queries";
import { jobText } from "./procedure.text";
import { StepMarks } from "./StepsBlock";
import { type Line, results, signOf } from "./sheet";

interface Props {
  contract: string;
  request: string;
  line: Line;
  /** The first line of a procedure names it. */
  heading: boolean;
  mayRecord: boolean;
  busy: boolean;
  onChoose: (result: StepResult) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function SheetLine({ line, heading, mayRecord, busy, onChoose, onKeyDown, ...photos }: Props) {
  const t = useText(jobText);
  const label = useId();
  const { step, record } = line;
  const text = step.number === 0 ? t("implied") : step.text;
  return (
    <tr
      tabIndex={0}
      aria-labelledby={label}
      className="sheet-line"
      data-result={record?.result}
      onKeyDown={onKeyDown}
    >
      <th scope="row" id={label}>
        {heading && <span className="quiet sheet-citation">{line.citation}</span>}
        <span className="sheet-number">{step.number === 0 ? "＊" : step.number}</span>{" "}
        <span className="preview-text">{text}</span> <StepMarks step={step} />
      </th>
      <td>
        {mayRecord ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a table cell on all browsers
          <div className="sheet-results" role="group" aria-label={t("result")}>
            {results.map((result) => (
              <button
                type="button"
                key={result}
                tabIndex={-1}
                className="sheet-result"
                title={t(result)}
                aria-label={t(result)}
                aria-pressed={record?.result === result}
                disabled={busy || (result === "not_applicable" && step.operation_check)}
                onClick={() => onChoose(result)}
              >
                {signOf[result]}
              </button>
            ))}
          </div>
        ) : (
          <span className="sheet-sign">
            {record ? signOf[record.result] : <span className="visually-hidden">{t("nobody")}</span>}
          </span>
        )}
      </td>
      <td>
        <span className="preview-text">{record?.note}</span>
        <Earlier line={line} />
      </td>
      <td>
        {record && (
          <>
            {record.done_by} <span className="sheet-time">{sayInstant(record.done_at)}</span>
          </>
        )}
      </td>
      <td>
        <Photos {...photos} line={line} mayRecord={mayRecord} />
      </td>
    </tr>
  );
}

/** Corrected records stay readable beside the one that replaced them. */
function Earlier({ line }: { line: Line }) {
  const t = useText(jobText);
  if (line.earlier.length === 0) return null;
  return (
    <details className="sheet-earlier">
      <summary>{t("corrected")}</summary>
      <p>{line.record?.reason}</p>
      <ul aria-label={t("history")}>
        {line.earlier.map(({ id, result, note, done_by, done_at }) => (
          <li key={id}>
            {signOf[result]} {note} {done_by} {sayInstant(done_at)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Photos({
  contract,
  request,
  line,
  mayRecord,
}: {
  contract: string;
  request: string;
  line: Line;
  mayRecord: boolean;
}) {
  const t = useText(jobText);
  const input = useRef<HTMLInputElement>(null);
  const add = useAddPhoto(contract, request);
  const { record } = line;
  const send = async (file: File | undefined) => {
    if (!file || !record) return;
    try {
      await add.mutateAsync({ record: record.id, file });
      announce(message(jobText, "photoAdded"));
    } catch (error) {
      announce(problemOf(error).text, "error");
    }
  };
  const all = [...line.earlier, ...(record ? [record] : [])];
  return (
    <>
      {all.flatMap(({ id, photos }) =>
        photos.map((photo) => (
          <a key={photo.id} className="sheet-photo" href={photoUrl(contract, request, id, photo.id)}>
            {photo.name}
          </a>
        )),
      )}
      {line.open?.why === "unphotographed" && <span>△ {t("photoNeeded")}</span>}
      {mayRecord && record && (
        <>
          <input
            ref={input}
            className="visually-hidden"
            type="file"
            tabIndex={-1}
            accept="image/jpeg,image/png,image/webp"
            aria-label={t("addPhoto")}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Button size="sm" look="text" busy={add.isPending} onClick={() => input.current?.click()}>
            {t("addPhoto")}
          </Button>
        </>
      )}
    </>
  );
}
