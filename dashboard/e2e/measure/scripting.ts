/** What Chromium's trace tells of one thing that a thread did; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** What counts as scripting: calls into JavaScript, and the collection of its garbage. */
const SCRIPTING = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
]);
const FRAME = 'BeginMainThreadFrame';

/** Milliseconds of scripting for each frame of the thread that made most frames. */
export function scriptingByFrame(trace: readonly TraceEvent[]): number[] {
  const frames = new Map<string, number[]>();
  for (const event of trace)
    if (event.name === FRAME) {
      const thread = threadOf(event);
      frames.set(thread, [...(frames.get(thread) ?? []), event.ts]);
    }
  const [page] = [...frames].sort(([, a], [, b]) => b.length - a.length);
  if (page === undefined) return [];
  const [thread, unsorted] = page;
  const begins = unsorted.sort((a, b) => a - b);
  const busy = outermost(
    trace.filter((event) => threadOf(event) === thread && SCRIPTING.has(event.name)),
  );
  return begins.slice(0, -1).map((begin, at) => {
    const end = begins[at + 1] ?? begin;
    const spent = busy
      .map(([from, to]) => Math.min(to, end) - Math.max(from, begin))
      .filter((overlap) => overlap > 0);
    return spent.reduce((sum, overlap) => sum + overlap, 0) / 1000;
  });
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}.${tid}`;
}

/** The times of events, of which some lie within others, without what would be counted twice. */
function outermost(events: readonly TraceEvent[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const { ts, dur = 0 } of [...events].sort((a, b) => a.ts - b.ts)) {
    const last = spans.at(-1);
    if (last !== undefined && ts <= last[1]) last[1] = Math.max(last[1], ts + dur);
    else spans.push([ts, ts + dur]);
  }
  return spans;
}
