import type { ReactNode } from "react";

/** A plain table in a box that scrolls sideways when it must. `children` are thead and tbody. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="table" data-size="dense">
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
