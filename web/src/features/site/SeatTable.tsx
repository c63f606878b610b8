import { useState } from "react";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Table } from "../../ui/Table";
import { layoutText } from "./layout.text";
import { percent, type SeatDraft, thousandths } from "./layout-draft";

interface Props {
  floor: string;
  seats: readonly SeatDraft[];
  hasPlan: boolean;
  onChange: (seats: SeatDraft[]) => void;
  newKey: () => string;
}

/** The seats of a floor: names, whose they are, and where on the plan. */
export function SeatTable({ floor, seats, hasPlan, onChange, newKey }: Props) {
  const t = useText(layoutText);
  const change = (key: string, part: Partial<SeatDraft>) =>
    onChange(seats.map((seat) => (seat.key === key ? { ...seat, ...part } : seat)));
  const add = () =>
    onChange([
      ...seats,
      { key: newKey(), name: t("newSeat", { at: seats.length + 1 }), section: "", x: null, y: null },
    ]);
  return (
    <>
      {seats.length > 0 && (
        <Table caption={t("seatsOf", { floor })}>
          <thead>
            <tr>
              <th scope="col">{t("seat")}</th>
              <th scope="col">{t("section")}</th>
              {hasPlan && (
                <>
                  <th scope="col">{t("x")}</th>
                  <th scope="col">{t("y")}</th>
                  <th scope="col">{t("onPlan")}</th>
                </>
              )}
              <th scope="col">{t("remove")}</th>
            </tr>
          </thead>
          <tbody className="seat-edit">
            {seats.map((seat, at) => (
              <tr key={seat.key}>
                <td>
                  <input
                    className="control"
                    data-size="sm"
                    aria-label={t("seatOn", { floor, at: at + 1 })}
                    value={seat.name}
                    maxLength={60}
                    onChange={(event) => change(seat.key, { name: event.target.value })}
                  />
                </td>
                <td>
                  <input
                    className="control"
                    data-size="sm"
                    aria-label={t("sectionOf", { seat: seat.name })}
                    value={seat.section}
                    maxLength={60}
                    onChange={(event) => change(seat.key, { section: event.target.value })}
                  />
                </td>
                {hasPlan && <SpotCells seat={seat} onChange={(part) => change(seat.key, part)} />}
                <td>
                  <Button
                    size="sm"
                    aria-label={t("removeOf", { name: seat.name })}
                    onClick={() => onChange(seats.filter(({ key }) => key !== seat.key))}
                  >
                    {t("remove")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p>
        <Button size="sm" aria-label={t("addSeatOn", { floor })} onClick={add}>
          {t("addSeat")}
        </Button>
      </p>
    </>
  );
}

const middle = { x: 500, y: 500 };

function SpotCells({ seat, onChange }: { seat: SeatDraft; onChange: (part: Partial<SeatDraft>) => void }) {
  const t = useText(layoutText);
  if (seat.x === null || seat.y === null)
    return (
      <>
        <td />
        <td />
        <td>
          <Button size="sm" aria-label={t("putOf", { seat: seat.name })} onClick={() => onChange(middle)}>
            {t("putOnPlan")}
          </Button>
        </td>
      </>
    );
  return (
    <>
      <td>
        <Percent label={t("xOf", { seat: seat.name })} value={seat.x} onChange={(x) => onChange({ x })} />
      </td>
      <td>
        <Percent label={t("yOf", { seat: seat.name })} value={seat.y} onChange={(y) => onChange({ y })} />
      </td>
      <td>
        <Button
          size="sm"
          aria-label={t("takeOffOf", { seat: seat.name })}
          onClick={() => onChange({ x: null, y: null })}
        >
          {t("takeOff")}
        </Button>
      </td>
    </>
  );
}

/** A number in percent; what is none yet stays in the box and changes nothing. */
function Percent({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string | undefined>();
  const read = (text: string) => {
    setTyped(text);
    const next = thousandths(text);
    if (next !== null) onChange(next);
  };
  return (
    <input
      className="control number"
      data-size="sm"
      data-narrow
      inputMode="decimal"
      aria-label={label}
      aria-invalid={(typed !== undefined && thousandths(typed) === null) || undefined}
      value={typed ?? percent(value)}
      onChange={(event) => read(event.target.value)}
      onBlur={() => setTyped(undefined)}
    />
  );
}
