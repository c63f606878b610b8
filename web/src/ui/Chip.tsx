import type { ReactNode } from "react";

export type ChipTone = "neutral" | "blue" | "green" | "yellow" | "red";

/** A state: word and sign; the colour only repeats them. */
export function Chip({
  tone = "neutral",
  sign,
  children,
}: {
  tone?: ChipTone;
  sign?: string;
  children: ReactNode;
}) {
  return (
    <span className="chip" data-tone={tone}>
      {sign && (
        <span aria-hidden="true" className="chip-sign">
          {sign}
        </span>
      )}
      {children}
    </span>
  );
}
