import { useText } from "../../lib/i18n";
import { Chip } from "../../ui/Chip";
import { type Standing, standingLook } from "./approval";
import { standingText } from "./approval.text";

/** How an approval stands now. */
export function StandingChip({ standing }: { standing: Standing }) {
  const t = useText(standingText);
  return <Chip {...standingLook[standing]}>{t(standing)}</Chip>;
}
