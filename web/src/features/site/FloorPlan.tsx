import type { SiteFloor, SiteSeat } from "../../api/types";
import { useText } from "../../lib/i18n";
import { unitLook } from "../../parts/UnitUse";
import { layoutText } from "./layout.text";
import { planUrl } from "./site.queries";

interface Props {
  contract: string;
  site: string;
  floor: SiteFloor;
  plan: NonNullable<SiteFloor["plan"]>;
}

/** The picture of a floor with what stands at each seat. The list beside it says the same in words. */
export function FloorPlan({ contract, site, floor, plan }: Props) {
  const t = useText(layoutText);
  return (
    <div className="plan" role="img" aria-label={t("planOf", { floor: floor.name })}>
      <img
        alt=""
        src={planUrl(contract, site, floor.id, plan.id)}
        width={plan.width}
        height={plan.height}
        draggable={false}
      />
      {floor.seats.map((seat) => (
        <Marker key={seat.id} seat={seat} />
      ))}
    </div>
  );
}

/** Thousandths as the place of a marker. */
export const spotStyle = (x: number, y: number) => ({ left: `${x / 10}%`, top: `${y / 10}%` });

function Marker({ seat: { x, y, name, units } }: { seat: SiteSeat }) {
  if (x === null || x === undefined || y === null || y === undefined) return null;
  return (
    <span
      className="plan-seat"
      data-empty={units.length === 0 || undefined}
      style={spotStyle(x, y)}
      aria-hidden="true"
    >
      {name}
      {units.map((unit) => (
        <span key={unit.id}>
          {unitLook[unit.use].sign}
          {unit.number}
        </span>
      ))}
    </span>
  );
}
