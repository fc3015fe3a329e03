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
  const most = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--border)" />
      {values.map((value, index) => {
        // What is not nothing is seen.
        const size = value === 0 ? 0 : Math.max(1.5, (value / most) * (height - 1));
        return (
          <rect
            key={index}
            x={index * step}
            y={height - size}
            width={Math.max(0.5, step * 0.8)}
            height={size}
            fill={color}
          />
        );
      })}
    </svg>
  );
}
