interface Props {
  readonly values: readonly number[];
  /** A CSS value. */
  readonly color?: string;
  readonly width?: number;
  readonly height?: number;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** Counts over time, as bars without axes, each as high as its part of the highest. */
export function Sparkline({
  values,
  color = 'var(--accent)',
  width = 96,
  height = 20,
  label,
}: Props) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--border)" />
      <path d={bars(values, width, height)} fill={color} />
    </svg>
  );
}

/** The outline of all bars: there are many of these charts on a page, and an element for each bar is slow. */
function bars(values: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  const thick = Math.max(0.5, step * 0.8);
  return values
    .map((value, index) => {
      // What is not nothing is seen.
      const size = Math.max(1.5, (value / most) * (height - 1));
      return value === 0 ? '' : `M${index * step} ${height}v${-size}h${thick}v${size}z`;
    })
    .join('');
}
