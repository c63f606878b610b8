import { useState } from "react";
import { useText } from "../lib/i18n";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Check } from "../ui/Field";
import { Table } from "../ui/Table";
import { uiText } from "../ui/ui.text";
import { appText } from "./app.text";
import { keysOff, switchKeys } from "./keys";
import type { MenuWord } from "./menu";
import { menuText } from "./menu.text";

interface Props {
  words: readonly MenuWord[];
  onClose: () => void;
}

export default function KeyList({ words, onClose }: Props) {
  const t = useText(appText);
  const ui = useText(uiText);
  const [off, setOff] = useState(keysOff);
  const name = useText(menuText);
  const going = words.flatMap(({ pages }) => pages.map(({ go, key }) => [`g ${go}`, name(key)] as const));
  const keys = [
    ["/", t("keySearch")],
    ["?", t("keyList")],
    ...going,
    ["Enter / F2", t("keyEdit")],
    ["Enter", t("keyOpen")],
    ["Ctrl+Enter", t("keySubmit")],
    ["Esc", t("keyBack")],
    ["Ctrl+C / Ctrl+V", t("keyCopy")],
  ] as const;
  return (
    <Dialog title={t("keyList")} onClose={onClose}>
      <Table caption={t("keyList")}>
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Check
        label={t("keysOff")}
        checked={off}
        onChange={(next) => {
          setOff(next);
          switchKeys(next);
        }}
      />
      <div className="dialog-actions">
        <Button onClick={onClose}>{ui("close")}</Button>
      </div>
    </Dialog>
  );
}
