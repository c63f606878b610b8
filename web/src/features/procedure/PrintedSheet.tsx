import type { StepSheet } from "../../api/types";
import { useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { jobText } from "./procedure.text";
import { linesOf, signOf } from "./sheet";

/** The sheet on paper: the whole job and each device, with room to write where nothing is recorded yet. */
export function PrintedSheet({ sheet }: { sheet: StepSheet }) {
  const t = useText(jobText);
  const units = [
    { id: undefined, name: t("common") },
    ...sheet.devices.map(({ id, number, kind, site }) => ({ id, name: `${number} ${kind} ${site}` })),
  ];
  return (
    <div className="print-only">
      {units.map(({ id, name }) => {
        const lines = linesOf(sheet, id);
        return (
          lines.length > 0 && (
            <table className="table printed-sheet" data-size="dense" key={id ?? ""}>
              <caption>{name}</caption>
              <thead>
                <tr>
                  {(["step", "result", "doneBy", "doneAt", "note"] as const).map((column) => (
                    <th scope="col" key={column}>
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(({ version, step, record }) => (
                  <tr key={`${version} ${step.number}`}>
                    <th scope="row">{step.number === 0 ? t("implied") : `${step.number} ${step.text}`}</th>
                    <td className="printed-result">{record ? signOf[record.result] : "○ △ × －"}</td>
                    <td>{record?.done_by}</td>
                    <td>{record && sayInstant(record.done_at)}</td>
                    <td>{record?.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        );
      })}
    </div>
  );
}
