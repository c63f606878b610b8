import { type Message, useSay, useText } from "../lib/i18n";
import { Button } from "../ui/Button";
import { Dialog, DialogActions } from "../ui/Dialog";
import { Table } from "../ui/Table";
import { gridText } from "./grid.text";

export interface PreviewCell {
  row: string;
  column: string;
  title: string;
  before: string;
  after: string;
  problem?: Message | undefined;
}

interface Props {
  cells: readonly PreviewCell[];
  outside: number;
  busy: boolean;
  onSave: () => void;
  onClose: () => void;
}

/** Old and new text of every pasted cell, and why some cannot be changed; nothing is saved before the button is pressed. */
export function PastePreview({ cells, outside, busy, onSave, onClose }: Props) {
  const t = useText(gridText);
  const say = useSay();
  const refused = cells.filter(({ problem }) => problem).length;
  const changed = cells.length - refused;
  return (
    <Dialog title={t("previewTitle")} onClose={onClose} wide>
      <p role="status">
        {cells.length === 0 ? t("previewNothing") : t("previewCounts", { changed, refused })}{" "}
        {outside > 0 && t("previewOutside", { count: outside })}
      </p>
      {cells.length > 0 && (
        <div className="preview-list">
          <Table caption={t("previewTitle")}>
            <thead>
              <tr>
                <th scope="col">{t("previewRow")}</th>
                <th scope="col">{t("previewColumn")}</th>
                <th scope="col">{t("previewOld")}</th>
                <th scope="col">{t("previewNew")}</th>
                <th scope="col">{t("previewResult")}</th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ row, column, title, before, after, problem }) => (
                <tr key={`${row} ${column}`} data-refused={problem ? true : undefined}>
                  <th scope="row" className="preview-row">
                    {row}
                  </th>
                  <td>{title}</td>
                  <td className="preview-text">{before || t("empty")}</td>
                  <td className="preview-text">{after || t("empty")}</td>
                  <td>{problem ? `× ${t("previewRefused")}：${say(problem)}` : `○ ${t("previewOk")}`}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      <DialogActions onCancel={onClose}>
        {changed > 0 && (
          <Button look="solid" busy={busy} onClick={onSave}>
            {t("previewSave", { count: changed })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
