import "./burn-up.css";
import { ceilingOf, ticksUpTo } from "./burn-up";

const width = 640;
const height = 230;
const left = 36;
const right = 64;
const top = 16;
const bottom = 28;

interface Props {
  /** The sentence that the picture repeats. */
  said: string;
  months: readonly { month: string; together: number }[];
  ahead: readonly string[];
  limit: number;
  outlook: { low: number; middle: number; high: number };
  words: { actual: string; limit: string; band: string };
}

/** Runs added up by month against an estimate, and the band in which they will end. A table beside it says the same. */
export function BurnUp({ said, months, ahead, limit, outlook, words }: Props) {
  const names = [...months.map(({ month }) => month), ...ahead];
  const most = ceilingOf(Math.max(limit, outlook.high, months.at(-1)?.together ?? 0));
  const x = (at: number) => left + (at / Math.max(1, names.length)) * (width - left - right);
  const y = (runs: number) => height - bottom - (runs / most) * (height - top - bottom);
  const points = [{ together: 0 }, ...months].map(({ together }, at) => `${x(at)},${y(together)}`);
  const end = x(names.length);
  const every = Math.ceil(names.length / 15);
  return (
    <figure className="burn-up">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said}>
        {ticksUpTo(most).map((runs) => (
          <g key={runs}>
            <line className="burn-up-grid" x1={left} x2={end} y1={y(runs)} y2={y(runs)} />
            <text x={left - 6} y={y(runs) + 4} textAnchor="end">
              {runs}
            </text>
          </g>
        ))}
        {names.map(
          (month, at) =>
            at % every === 0 && (
              <text key={month} x={x(at + 0.5)} y={height - 8} textAnchor="middle">
                {Number(month.slice(5))}
              </text>
            ),
        )}
        <line className="burn-up-limit" x1={left} x2={end} y1={y(limit)} y2={y(limit)} />
        <polyline className="burn-up-actual" points={points.join(" ")} />
        {months.map(({ month, together }, at) => (
          <circle key={month} className="burn-up-point" cx={x(at + 1)} cy={y(together)} r="3.5" />
        ))}
        {months.length > 0 && ahead.length > 0 && (
          <Ahead
            from={{ x: x(months.length), y: y(months.at(-1)?.together ?? 0) }}
            x={end}
            ys={[y(outlook.low), y(outlook.middle), y(outlook.high)]}
            outlook={outlook}
          />
        )}
      </svg>
      <figcaption>
        <span data-kind="actual">{words.actual}</span>
        <span data-kind="limit">{words.limit}</span>
        <span data-kind="band">{words.band}</span>
      </figcaption>
    </figure>
  );
}

interface AheadProps {
  from: { x: number; y: number };
  x: number;
  ys: readonly [low: number, middle: number, high: number];
  outlook: Props["outlook"];
}

function Ahead({ from, x, ys: [low, middle, high], outlook }: AheadProps) {
  return (
    <g>
      <line className="burn-up-outlook" x1={from.x} y1={from.y} x2={x} y2={middle} />
      <path className="burn-up-band" d={`M${x - 6} ${low}h12M${x} ${low}V${high}M${x - 6} ${high}h12`} />
      <text x={x + 10} y={high + 4}>
        {outlook.high}
      </text>
      {outlook.middle !== outlook.high && outlook.middle !== outlook.low && (
        <text x={x + 10} y={middle + 4} className="burn-up-middle">
          {outlook.middle}
        </text>
      )}
      {outlook.low !== outlook.high && (
        <text x={x + 10} y={low + 4}>
          {outlook.low}
        </text>
      )}
    </g>
  );
}
