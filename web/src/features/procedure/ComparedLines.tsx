import type { ProcedureComparison } from "../../api/types";
import { useText } from "../../lib/i18n";
import { comparisonText } from "./procedure.text";

type ComparedLine = ProcedureComparison["steps"][number];

/** Lines as they were and as they are: sign and word first, colour only repeats them. */
export function ComparedLines({ caption, lines }: { caption: string; lines: readonly ComparedLine[] }) {
  const t = useText(comparisonText);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className="compared table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <tbody>
          {lines.map((line, index) =>
            line.kind === "folded" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
              <tr key={index} data-kind="folded">
                <td colSpan={4}>⋮ {t("folded", { count: line.count })}</td>
              </tr>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
              <tr key={index} data-kind={line.kind}>
                <td className="compared-number">{line.before}</td>
                <td className="compared-number">{line.after}</td>
                <td className="compared-sign">
                  {line.kind === "removed" && (
                    <>
                      <span aria-hidden="true">−</span>
                      <span className="visually-hidden">{t("removed")}</span>
                    </>
                  )}
                  {line.kind === "added" && (
                    <>
                      <span aria-hidden="true">+</span>
                      <span className="visually-hidden">{t("added")}</span>
                    </>
                  )}
                </td>
                <td className="compared-text">
                  {line.kind === "removed" ? (
                    <del>{line.text}</del>
                  ) : line.kind === "added" ? (
                    <ins>{line.text}</ins>
                  ) : (
                    line.text
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
