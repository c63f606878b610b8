import { useId } from "react";
import type { Chart } from "./people.queries";

const lineHeight = 4.4;

/** The chart as the server laid it out, in millimetres: real text, with a title and a description. */
export function OrganisationChart({
  chart,
  title,
  description,
}: {
  chart: Chart;
  title: string;
  description: string;
}) {
  const id = useId();
  return (
    <svg
      className="chart-svg"
      viewBox={`-1 -1 ${chart.width + 2} ${chart.height + 2}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {chart.links.map((link) => (
        <line key={`${link.x1},${link.y1},${link.x2},${link.y2}`} className="chart-link" {...link} />
      ))}
      {chart.boxes.map((box) => (
        <g key={`${box.x},${box.y}`} data-kind={box.kind} data-subcontractor={box.subcontractor || undefined}>
          <rect className="chart-box" x={box.x} y={box.y} width={box.width} height={box.height} rx={1} />
          <text className="chart-text" textAnchor="middle">
            {box.lines.map((line, index) => (
              <tspan
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a box never move
                key={index}
                className={index === 0 ? "chart-first" : undefined}
                x={box.x + box.width / 2}
                y={box.y + firstLine(box.height, box.lines.length) + index * lineHeight}
              >
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The baseline of the first line, so that the lines stand in the middle of the box. */
const firstLine = (height: number, lines: number): number => (height - lines * lineHeight) / 2 + 3.4;
