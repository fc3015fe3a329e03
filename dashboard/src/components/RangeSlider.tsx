import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { formatMoment } from '../lib/time/format';
import type { AbsoluteRange } from '../lib/time/range';
import classes from './RangeSlider.module.css';

interface Props {
  readonly label: string;
  readonly range: AbsoluteRange;
  /** How far its ends can go. */
  readonly bounds: AbsoluteRange;
  /** How far a key moves an end, in milliseconds. */
  readonly step: number;
  /** A CSS value. */
  readonly color: string;
  readonly onChange: (range: AbsoluteRange) => void;
}

type End = 'from' | 'to';

/* Keys that follow each other are one change. */
const QUIET_MILLIS = 500;

/** A stretch of time whose two ends can be moved, by arrow keys or dragged. */
export function RangeSlider({ label, range, bounds, step, color, onChange }: Props) {
  const [draft, setDraft] = useState<AbsoluteRange | null>(null);
  const [isTold, setTold] = useState(false);
  const [known, setKnown] = useState(range);
  if (known.from !== range.from || known.to !== range.to) {
    setKnown(range);
    // A range that moves on by itself must not take an end out of somebody's hand.
    if (isTold) setDraft(null);
  }
  const track = useRef<HTMLDivElement>(null);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      setTold(true);
      change.current(draft);
    }, QUIET_MILLIS);
    return () => clearTimeout(timer);
  }, [draft]);

  const shown = draft ?? range;
  const length = Math.max(bounds.to - bounds.from, 1);
  const percent = (moment: number) =>
    Math.min(Math.max(((moment - bounds.from) / length) * 100, 0), 100);
  const move = (end: End, moment: number) => {
    const [least, most] =
      end === 'from' ? [bounds.from, shown.to - step] : [shown.from + step, bounds.to];
    if (least > most) return;
    setTold(false);
    setDraft({ ...shown, [end]: Math.min(Math.max(moment, least), most) });
  };
  const drag = (end: End, event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const moment = bounds.from + ((event.clientX - box.left) / box.width) * length;
    move(end, bounds.from + Math.round((moment - bounds.from) / step) * step);
  };
  const press = (end: End, event: KeyboardEvent) => {
    const to = targetOf(event.key, shown[end], step, bounds);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(end, to);
  };

  return (
    <div className={classes.slider} ref={track} style={{ color }}>
      <i
        className={classes.stretch}
        style={{ left: `${percent(shown.from)}%`, right: `${100 - percent(shown.to)}%` }}
      />
      {(['from', 'to'] as const).map((end) => (
        <div
          key={end}
          role="slider"
          tabIndex={0}
          className={classes.handle}
          style={{ left: `${percent(shown[end])}%` }}
          aria-label={`${label}, ${end === 'from' ? 'beginning' : 'end'}`}
          aria-valuemin={bounds.from}
          aria-valuemax={bounds.to}
          aria-valuenow={shown[end]}
          aria-valuetext={formatMoment(shown[end])}
          title={formatMoment(shown[end])}
          onKeyDown={(event) => press(end, event)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => drag(end, event)}
        />
      ))}
    </div>
  );
}

const FAR = 10;

/** Where a key leads from a moment; null for keys that move nothing. */
function targetOf(key: string, from: number, step: number, bounds: AbsoluteRange): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return from - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return from + step;
    case 'PageDown':
      return from - FAR * step;
    case 'PageUp':
      return from + FAR * step;
    case 'Home':
      return bounds.from;
    case 'End':
      return bounds.to;
    default:
      return null;
  }
}
