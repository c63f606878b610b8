import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import { problemOf } from "../../api/problem";
import type { StepResult, StepSheet } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { announce } from "../../ui/Toast";
import { type NewRecord, useRecordStep } from "./job.queries";
import { jobText } from "./procedure.text";
import { RecordDialog } from "./RecordDialog";
import { SheetLine } from "./SheetLine";
import { type Line, linesOf, progressOf, resultOfKey, signOf, unitOf } from "./sheet";

interface Props {
  contract: string;
  request: string;
  sheet: StepSheet;
}

/** Steps of the whole job or of one device, one line each, recorded by ○ △ × － with the mouse, a finger or a key. */
export function Sheet({ contract, request, sheet }: Props) {
  const t = useText(jobText);
  const say = useSay();
  const { device } = useSearch({ from: "/inside/contracts/$contract/requests/$request/steps" });
  const unit = unitOf(sheet, device);
  const lines = linesOf(sheet, unit);
  return (
    <>
      {sheet.shut && <Banner tone="info">{say(sheet.shut)}</Banner>}
      <p>
        {sheet.open.length === 0
          ? t("allDone")
          : sheet.devices.length > 0 &&
            t("devicesDone", { done: sheet.devices_done, all: sheet.devices.length })}
      </p>
      <Units sheet={sheet} unit={unit} />
      {sheet.can_record && <p className="quiet sheet-keys">{t("keys")}</p>}
      <Lines key={unit ?? ""} contract={contract} request={request} sheet={sheet} lines={lines} />
    </>
  );
}

function Units({ sheet, unit }: { sheet: StepSheet; unit: string | undefined }) {
  const t = useText(jobText);
  const navigate = useNavigate({ from: "/contracts/$contract/requests/$request/steps" });
  const common = progressOf(linesOf(sheet, undefined));
  const labelled = (label: string, { done, all }: { done: number; all: number }) =>
    `${done === all ? "○" : "　"} ${label}　${t("progress", { done, all })}`;
  if (sheet.devices.length === 0) return null;
  return (
    <label className="sheet-unit">
      <span>{t("unit")}</span>
      <select
        className="control"
        value={unit ?? ""}
        onChange={(event) =>
          void navigate({
            search: { device: event.target.value || undefined },
            replace: true,
            resetScroll: false,
          })
        }
      >
        {common.all > 0 && <option value="">{labelled(t("common"), common)}</option>}
        {sheet.devices.map(({ id, number, kind, site }) => (
          <option key={id} value={id}>
            {labelled(`${number} ${kind} ${site}`, progressOf(linesOf(sheet, id)))}
          </option>
        ))}
      </select>
    </label>
  );
}

function Lines({ contract, request, sheet, lines }: Props & { lines: readonly Line[] }) {
  const t = useText(jobText);
  const record = useRecordStep(contract, request);
  const [asking, setAsking] = useState<{ line: Line; result: StepResult } | undefined>();
  const body = useRef<HTMLTableSectionElement>(null);
  const row = (index: number) => body.current?.rows[index];
  const send = async (line: Line, more: Omit<NewRecord, "version_id" | "step" | "device_id">) => {
    await record.mutateAsync({
      version_id: line.version,
      step: line.step.number,
      device_id: line.device,
      ...more,
    });
    announce(message(jobText, "recorded", { step: line.step.number, sign: signOf[more.result] }));
    row(lines.indexOf(line) + 1)?.focus();
  };
  /** ○ on a line without a record needs no more words; everything else asks for them. */
  const choose = (line: Line, result: StepResult) => {
    if (line.record?.result === result) return;
    record.reset();
    if (result === "done" && !line.record) void send(line, { result }).catch(() => undefined);
    else setAsking({ line, result });
  };
  const press = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const result = resultOfKey(event.key);
    const line = lines[index];
    if (step) row(index + step)?.focus();
    else if (result && line && sheet.can_record) choose(line, result);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {record.isError && !asking && <ProblemBanner problem={problemOf(record.error)} />}
      <div className="table-scroll">
        <table className="table sheet-table" data-size="dense">
          <caption className="visually-hidden">{t("sheet")}</caption>
          <thead>
            <tr>
              {(["step", "result", "note", "doneBy", "photos"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {lines.map((line, index) => (
              <SheetLine
                key={`${line.version} ${line.step.number}`}
                contract={contract}
                request={request}
                line={line}
                heading={lines[index - 1]?.version !== line.version}
                mayRecord={sheet.can_record}
                busy={record.isPending}
                onChoose={(result) => choose(line, result)}
                onKeyDown={(event) => press(event, index)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asking && (
        <RecordDialog
          {...asking}
          busy={record.isPending}
          error={record.error}
          onSubmit={async (more) => {
            await send(asking.line, more);
            setAsking(undefined);
          }}
          onClose={() => {
            record.reset();
            setAsking(undefined);
          }}
        />
      )}
    </>
  );
}
