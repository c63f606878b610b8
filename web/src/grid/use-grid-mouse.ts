import { type MouseEvent, useRef } from "react";
import type { EditMode } from "./column";
import type { Place } from "./keyboard";

interface Options {
  active: Place | undefined;
  editing: EditMode | undefined;
  go: (to: Place, from?: Place) => void;
  select: (anchor: Place, focus: Place) => void;
  takeFocus: () => void;
  beginEdit: () => void;
  editable: (place: Place) => boolean;
  open: (row: number) => void;
}

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>(".grid-cell") : null;
  const row = cell?.closest("[aria-rowindex]")?.getAttribute("aria-rowindex");
  return cell && row ? { row: Number(row) - 3, column: Number(cell.dataset.column) } : undefined;
}

/** Click, Shift+click and drag select; a double click edits, or opens what cannot be edited. */
export function useGridMouse({ active, editing, go, select, takeFocus, beginEdit, editable, open }: Options) {
  const anchor = useRef<Place | undefined>(undefined);

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || event.button !== 0 || (event.target as Element).closest("a")) return;
    const onActive = place.row === active?.row && place.column === active?.column;
    if (editing && onActive) return;
    // The text of the active input must stay selected, or typing would no longer replace it.
    event.preventDefault();
    if (editing && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    takeFocus();
    anchor.current = event.shiftKey && active ? active : place;
    go(place, anchor.current);
  };
  const onMouseOver = (event: MouseEvent) => {
    if (event.buttons !== 1 || !anchor.current) return;
    const place = placeOf(event.target);
    if (place) select(anchor.current, place);
  };
  const onMouseUp = () => {
    anchor.current = undefined;
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || editing) return;
    if (editable(place)) beginEdit();
    else open(place.row);
  };
  return { onMouseDown, onMouseOver, onMouseUp, onDoubleClick };
}
