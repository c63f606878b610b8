import type { PremisesSeen } from "../../api/types";
import { useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { premisesText } from "./premises.text";

/** Whether the city saw the version that stands here. */
export function SeenChip({ seen, version }: { seen: PremisesSeen | null | undefined; version: number }) {
  const t = useText(premisesText);
  if (!seen) return <Chip sign="◇">{t("notSeen")}</Chip>;
  if (seen.version !== version)
    return (
      <Chip tone="yellow" sign="△">
        {t("seenOld")}
      </Chip>
    );
  return (
    <span title={sayInstant(seen.at)}>
      <Chip tone="green" sign="○">
        {t("seenBy", { name: seen.by })}
      </Chip>
    </span>
  );
}
