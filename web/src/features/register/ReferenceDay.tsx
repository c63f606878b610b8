import { useText } from "../../lib/i18n";
import { TypedFilter } from "../../ui/SearchField";
import { unitText } from "./unit.text";

/** The day whose state is shown, as people write days; until it is one, and without one, today's. */
export function ReferenceDay({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (written: string | undefined) => void;
}) {
  const t = useText(unitText);
  return (
    <TypedFilter
      label={t("on")}
      hint={t("onHint")}
      value={value ?? ""}
      onChange={(on) => onChange(on || undefined)}
    />
  );
}
