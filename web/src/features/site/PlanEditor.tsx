import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { SiteFloor } from "../../api/types";
import { useText } from "../../lib/i18n";
import { spotStyle } from "./FloorPlan";
import { layoutText } from "./layout.text";
import { nudged, percent, type SeatDraft, spotAt } from "./layout-draft";
import { planUrl } from "./site.queries";

interface Props {
  contract: string;
  site: string;
  floor: string;
  name: string;
  plan: NonNullable<SiteFloor["plan"]>;
  seats: readonly SeatDraft[];
  onChange: (seats: SeatDraft[]) => void;
}

/** The plan on which seats are moved by mouse, finger or arrow keys. */
export function PlanEditor({ contract, site, floor, name, plan, seats, onChange }: Props) {
  const t = useText(layoutText);
  const box = useRef<HTMLFieldSetElement>(null);
  const move = (key: string, spot: { x: number; y: number }) =>
    onChange(seats.map((seat) => (seat.key === key ? { ...seat, ...spot } : seat)));
  return (
    <fieldset className="plan" ref={box}>
      <legend className="visually-hidden">{t("planOf", { floor: name })}</legend>
      <img
        alt=""
        src={planUrl(contract, site, floor, plan.id)}
        width={plan.width}
        height={plan.height}
        draggable={false}
      />
      {seats.map((seat) => (
        <Marker
          key={seat.key}
          seat={seat}
          boxOf={() => box.current?.querySelector("img")?.getBoundingClientRect()}
          onMove={(spot) => move(seat.key, spot)}
        />
      ))}
    </fieldset>
  );
}

interface MarkerProps {
  seat: SeatDraft;
  boxOf: () => DOMRect | undefined;
  onMove: (spot: { x: number; y: number }) => void;
}

function Marker({ seat: { name, x, y }, boxOf, onMove }: MarkerProps) {
  const t = useText(layoutText);
  if (x === null || y === null) return null;
  const byKey = (event: KeyboardEvent) => {
    const next = nudged({ x, y }, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    onMove(next);
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = boxOf();
    if (box) onMove(spotAt(event, box));
  };
  return (
    <button
      type="button"
      className="plan-seat"
      style={spotStyle(x, y)}
      aria-label={t("marker", { seat: name, x: percent(x), y: percent(y) })}
      onKeyDown={byKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      {name}
    </button>
  );
}
