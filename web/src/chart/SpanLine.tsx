import "./chart.css";
import { useId } from "react";
import { useText } from "../lib/i18n";
import { chartText } from "./chart.text";
import { joined, type Span, ticksOf } from "./spans";

const width = 640;
const edge = 24;
const barTop = 30;
const barHeight = 26;

interface Props {
  spans: readonly Span[];
  start: number;
  /** Unknown while nobody can say. */
  due: number | undefined;
}

/** Counted and closed spans between a start and a due moment, to scale. Hatching, not colour, tells them apart. */
export function SpanLine({ spans, start, due }: Props) {
  const t = useText(chartText);
  const hatch = useId();
  const bars = joined(spans);
  const from = Math.min(start, ...bars.map((span) => span.from));
  const to = Math.max(due ?? start, ...bars.map((span) => span.to));
  const x = (at: number) => edge + ((at - from) / Math.max(1, to - from)) * (width - 2 * edge);
  const count = (kind: Span["kind"]) => bars.filter((span) => span.kind === kind).length;
  return (
    <figure className="span-line">
      <svg
        viewBox={`0 0 ${width} 84`}
        role="img"
        aria-label={t("picture", { counted: count("counted"), skipped: count("skipped") })}
      >
        <defs>
          <pattern
            id={hatch}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="span-ground" width="8" height="8" />
            <line className="span-hatch" x1="0" y1="0" x2="0" y2="8" />
          </pattern>
        </defs>
        {ticksOf(from, to).map(({ at, label }) => (
          <g key={at}>
            <line className="span-tick" x1={x(at)} x2={x(at)} y1={barTop - 4} y2={barTop + barHeight + 6} />
            <text x={x(at)} y={barTop + barHeight + 22} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {bars.map((span) => (
          <rect
            key={span.from}
            data-kind={span.kind}
            fill={span.kind === "skipped" ? `url(#${hatch})` : undefined}
            x={x(span.from)}
            y={barTop}
            width={Math.max(1, x(span.to) - x(span.from))}
            height={barHeight}
          />
        ))}
        <Mark at={x(start)} label={t("start")} />
        {due !== undefined && <Mark at={x(due)} label={t("due")} strong />}
      </svg>
      <figcaption>
        <span data-kind="counted">{t("counted")}</span>
        <span data-kind="skipped">{t("skipped")}</span>
        {count("omitted") > 0 && <span data-kind="omitted">{t("omitted")}</span>}
      </figcaption>
    </figure>
  );
}

function Mark({ at, label, strong = false }: { at: number; label: string; strong?: boolean }) {
  const anchor = at < 60 ? "start" : at > width - 60 ? "end" : "middle";
  const textAt = anchor === "start" ? 2 : anchor === "end" ? width - 2 : at;
  return (
    <g className="span-mark" data-strong={strong || undefined}>
      <text x={textAt} y={14} textAnchor={anchor}>
        {label}
      </text>
      <path d={`M ${at - 6} 19 h 12 l -6 9 z`} />
      <line x1={at} x2={at} y1={barTop - 4} y2={barTop + barHeight + 4} />
    </g>
  );
}
