import "./chart.css";
import { useId } from "react";
import type { Day } from "../lib/day";
import { type Bar, type Lane, monthsOf, reachOf, shareOf } from "./lane-days";

const width = 800;
const titleWidth = 150;
const right = 12;
const top = 24;
const laneHeight = 34;

interface Props {
  lanes: readonly Lane[];
  today: Day;
  todayLabel: string;
  /** What the picture shows, for who does not see it. */
  label: string;
}

/** What lasted from when to when, one lane below the other, over months. Hatching and frames, not colour, tell apart. */
export function Lanes({ lanes, today, todayLabel, label }: Props) {
  const hatch = useId();
  const [from, to] = reachOf(lanes, today);
  const x = (day: Day) => titleWidth + shareOf(day, from, to) * (width - titleWidth - right);
  const bottom = top + lanes.length * laneHeight;
  return (
    <figure className="lanes">
      <svg viewBox={`0 0 ${width} ${bottom + 22}`} role="img" aria-label={label}>
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
        {monthsOf(from, to).map(({ day, name }) => (
          <g key={day}>
            <line className="span-tick" x1={x(day)} x2={x(day)} y1={top - 4} y2={bottom} />
            <text x={x(day) + 3} y={top - 10}>
              {name}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => (
          <g key={lane.key} transform={`translate(0 ${top + index * laneHeight})`}>
            <svg x="0" y="0" width={titleWidth - 8} height={laneHeight}>
              <title>{lane.title}</title>
              <text x="0" y="21">
                {lane.title}
              </text>
            </svg>
            {lane.bars.map((bar) => (
              <LaneBar
                key={`${bar.look} ${bar.from}`}
                bar={bar}
                left={x(bar.from)}
                end={x(bar.to ?? to)}
                hatch={hatch}
              />
            ))}
          </g>
        ))}
        <line className="lanes-today" x1={x(today)} x2={x(today)} y1={top - 4} y2={bottom + 4} />
        <text x={x(today)} y={bottom + 18} textAnchor={anchorOf(shareOf(today, from, to))}>
          {todayLabel}
        </text>
      </svg>
    </figure>
  );
}

/** A label at an end of the picture stays within it. */
const anchorOf = (share: number): "start" | "middle" | "end" =>
  share > 0.85 ? "end" : share < 0.15 ? "start" : "middle";

interface BarProps {
  bar: Bar;
  left: number;
  end: number;
  hatch: string;
}

function LaneBar({ bar, left, end, hatch }: BarProps) {
  const wide = Math.max(end - left, 4);
  const thin = bar.look === "before";
  return (
    <svg x={left} y="4" width={wide} height={laneHeight - 8}>
      <title>{bar.label}</title>
      <rect
        data-look={bar.look}
        fill={bar.look === "planned" ? `url(#${hatch})` : undefined}
        x="1"
        y={thin ? 9 : 1}
        width={wide - 2}
        height={thin ? 8 : laneHeight - 10}
      />
      {!thin && (
        <text data-on={bar.look} x="6" y="18">
          {bar.label}
        </text>
      )}
    </svg>
  );
}
