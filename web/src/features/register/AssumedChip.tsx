import { useText } from "../../lib/i18n";
import { Chip } from "../../ui/Chip";
import { unitText } from "./unit.text";

/** 想定: a unit of which the contract says neither number nor place. */
export function AssumedChip() {
  const t = useText(unitText);
  return (
    <Chip tone="yellow" sign="？">
      {t("assumed")}
    </Chip>
  );
}
