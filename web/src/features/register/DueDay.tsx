import type { Loan } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip } from "../../ui/Chip";
import { loanText } from "./loan.text";

/** A day, as written, on which something is due: the word says how near it is, the colour repeats it. */
export function DueDay({ day, urgency }: { day: string; urgency: Loan["due_back_is"] }) {
  const t = useText(loanText);
  if (day === "") return null;
  return (
    <>
      {day}{" "}
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
