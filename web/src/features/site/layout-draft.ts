import type { SiteFloor, SiteLayout, WriteSiteLayout } from "../../api/types";

/** A seat as it is edited; `key` tells new ones apart. */
export interface SeatDraft {
  key: string;
  id?: string;
  name: string;
  section: string;
  x: number | null;
  y: number | null;
}

export interface FloorDraft {
  key: string;
  id?: string;
  name: string;
  seats: SeatDraft[];
}

export const draftOf = ({ floors }: Pick<SiteLayout, "floors">): FloorDraft[] =>
  floors.map(({ id, name, seats }) => ({
    key: id,
    id,
    name,
    seats: seats.map((seat) => ({
      key: seat.id,
      id: seat.id,
      name: seat.name,
      section: seat.section,
      x: seat.x ?? null,
      y: seat.y ?? null,
    })),
  }));

export const bodyOf = (floors: readonly FloorDraft[]): WriteSiteLayout => ({
  floors: floors.map(({ id, name, seats }) => ({
    ...(id && { id }),
    name: name.trim(),
    seats: seats.map((seat) => ({
      ...(seat.id && { id: seat.id }),
      name: seat.name.trim(),
      section: seat.section.trim(),
      x: seat.x,
      y: seat.y,
    })),
  })),
});

export const isChanged = (floors: readonly FloorDraft[], layout: SiteLayout): boolean =>
  JSON.stringify(bodyOf(floors)) !== JSON.stringify(bodyOf(draftOf(layout)));

/** The saved floor that a draft stands for, with its plan. */
export const savedFloor = (layout: SiteLayout, { id }: FloorDraft): SiteFloor | undefined =>
  layout.floors.find((floor) => floor.id === id);

const edge = 1000;
const within = (value: number): number => Math.min(edge, Math.max(0, Math.round(value)));

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a key leads a seat: one percent, with Shift five; undefined for other keys. */
export function nudged(
  { x, y }: { x: number; y: number },
  key: string,
  far: boolean,
): { x: number; y: number } | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const length = far ? 50 : 10;
  return { x: within(x + step[0] * length), y: within(y + step[1] * length) };
}

/** A point of the screen as a spot of the plan that fills this box. */
export const spotAt = (
  point: { clientX: number; clientY: number },
  box: { left: number; top: number; width: number; height: number },
): { x: number; y: number } => ({
  x: within(((point.clientX - box.left) / box.width) * edge),
  y: within(((point.clientY - box.top) / box.height) * edge),
});

/** Percent as somebody typed them, full width too; null when they are none. */
export function thousandths(typed: string): number | null {
  const text = typed.normalize("NFKC").trim();
  if (!/^\d{1,3}(\.\d)?$/u.test(text)) return null;
  const value = Number(text) * 10;
  return value <= edge ? Math.round(value) : null;
}

export const percent = (value: number): string => (value / 10).toFixed(1);

/** Moves one of a list by a step; nothing happens at its ends. */
export function shifted<T>(list: readonly T[], at: number, by: number): T[] {
  const next = [...list];
  const [moved] = next.splice(at, 1);
  if (moved !== undefined) next.splice(Math.max(0, at + by), 0, moved);
  return next;
}
