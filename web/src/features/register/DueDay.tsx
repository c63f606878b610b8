import type { Loan } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { loanText } from "./loan.text";

/** A day on which something is due: the word says how near it is, the colour repeats it. */
export function DueDay({ day, urgency }: { day: string | null | undefined; urgency: Loan["due_back_is"] }) {
  const t = useText(loanText);
  const spoken = useLanguage();
  if (!day) return null;
  return (
    <>
      {sayDay(day, spoken)}{" "}
      {urgency === "late" && (
        <Chip tone="red" sign="！">
          {t("late")}
        </Chip>
      )}
      {urgency === "near" && (
        <Chip tone="yellow" sign="△">
          {t("near")}
        </Chip>
      )}
    </>
  );
}
