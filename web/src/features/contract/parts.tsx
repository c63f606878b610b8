import type { ReactNode } from "react";
import { useText } from "../../lib/i18n";
import { Chip } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import { contractText } from "./contract.text";
import { groupedBy } from "./hours";

export type Basis = "contract" | "template" | "assumption";

const looks = {
  contract: { tone: "neutral", sign: "○" },
  template: { tone: "yellow", sign: "□" },
  assumption: { tone: "yellow", sign: "△" },
} as const;

/** 仕様, ひな形 or 読み方: how far a fact can be relied on. */
export function BasisChip({ basis }: { basis: Basis }) {
  const t = useText(contractText);
  return <Chip {...looks[basis]}>{t(basis)}</Chip>;
}

/** Where a fact stands in the contract, and a mark when it does not quite stand there. */
export function Source({ clause, basis = "contract" }: { clause: string; basis?: Basis }) {
  return (
    <span className="source">
      {clause} {basis !== "contract" && <BasisChip basis={basis} />}
    </span>
  );
}

interface SectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** A part of the page that the list of contents leads to. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className="block contract-section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Nothing() {
  const t = useText(contractText);
  return <p className="quiet-line">{t("none")}</p>;
}

export interface Line {
  key: string;
  cells: readonly ReactNode[];
  /** Lines of one group stand together under its name. */
  group?: string;
}

interface LinesProps {
  caption: string;
  heads: readonly string[];
  lines: readonly Line[];
  /** Columns that hold numbers. */
  numbers?: readonly number[];
}

/** A table whose first column names the row. */
export function Lines({ caption, heads, lines, numbers = [] }: LinesProps) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groupedBy(lines, ({ group }) => group ?? "").map(({ key: group, items }) => (
        <tbody key={group}>
          {group !== "" && (
            <tr>
              <th scope="rowgroup" colSpan={heads.length}>
                {group}
              </th>
            </tr>
          )}
          {items.map(({ key, cells: [name, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {rest.map((cell, index) => (
                <td key={heads[index + 1]} className={numbers.includes(index + 1) ? "number" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

/** Long tables are folded away; print shows them. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
