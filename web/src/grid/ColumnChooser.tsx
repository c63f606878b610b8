import { useText } from "../lib/i18n";
import { Button } from "../ui/Button";
import { Disclosure } from "../ui/Disclosure";
import { Check } from "../ui/Field";
import { gridText } from "./grid.text";

interface Props {
  columns: readonly { key: string; title: string; frozen?: boolean }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Which columns are shown. The frozen ones always are. */
export function ColumnChooser({ columns, hidden, onChange }: Props) {
  const t = useText(gridText);
  return (
    <Disclosure end label={t("columns")}>
      {() => (
        <fieldset className="column-chooser">
          <legend className="visually-hidden">{t("columns")}</legend>
          {columns
            .filter(({ frozen }) => !frozen)
            .map(({ key, title }) => (
              <Check
                key={key}
                label={title}
                checked={!hidden.includes(key)}
                onChange={(shown) =>
                  onChange(shown ? hidden.filter((each) => each !== key) : [...hidden, key])
                }
              />
            ))}
          <Button size="sm" onClick={() => onChange([])}>
            {t("allColumns")}
          </Button>
        </fieldset>
      )}
    </Disclosure>
  );
}
