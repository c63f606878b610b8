import type { DeskOpen } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { deskText } from "./desk.text";

/** Whether a desk is open now, and until when or from when. */
export function OpenState({ now, repairs }: { now?: DeskOpen | null; repairs?: DeskOpen | null }) {
  const t = useText(deskText);
  const say = useSay();
  const spoken = useLanguage();
  if (!now) return <Chip sign="－">{t("notStated")}</Chip>;
  const at = (moment: string | null | undefined) => (moment ? sayInstant(moment, spoken) : "");
  return (
    <div className="desk-open">
      {now.open ? (
        <Chip tone="green" sign="○">
          {t("openNow")}
        </Chip>
      ) : (
        <Chip sign="×">{t("closedNow")}</Chip>
      )}
      <small>
        {now.open
          ? now.closes_at && t("until", { at: at(now.closes_at) })
          : now.opens_at && t("opensAt", { at: at(now.opens_at), reason: say(now.reason) })}
      </small>
      {repairs && now.open && (
        <small>
          {repairs.open
            ? t("repairsOpen", { at: at(repairs.closes_at) })
            : t("repairsClosed", { at: at(repairs.opens_at) })}
        </small>
      )}
    </div>
  );
}
