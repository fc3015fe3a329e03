import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Choice } from '../../../components/Choice';
import type { Band } from '../../../components/chart/bands';
import { barsOf, type Histogram } from '../../../components/chart/series';
import { StackedBars } from '../../../components/chart/StackedBars';
import { RangeSlider } from '../../../components/RangeSlider';
import { Panel } from '../../../components/Panel';
import { plural } from '../../../lib/format/numbers';
import { formatRange } from '../../../lib/time/format';
import type { AbsoluteRange } from '../../../lib/time/range';
import type { components } from '../../../lib/api/schema';
import { volumeQuery } from '../api/queries';
import type { TemplateDiff } from '../model/changes';
import type { View } from '../model/view';
import classes from './WindowsPanel.module.css';

interface Props {
  readonly view: View;
  readonly update: (changes: Partial<View>) => void;
  /** Absent while it is asked for. */
  readonly diff: TemplateDiff | undefined;
}

const COLORS = { before: 'var(--text-dim)', after: 'var(--accent)' };

/** The two times that are compared, on one chart, where either can be brushed anew. */
export function WindowsPanel({ view, update, diff }: Props) {
  const [brushed, setBrushed] = useState<'before' | 'after'>('after');
  const query = useQuery(volumeQuery(view));
  const bands = useMemo(() => (diff ? bandsOf(diff) : []), [diff]);
  const isChosen = view.before !== null || view.after !== null;
  return (
    <Panel
      title="Before and after"
      aside={
        <>
          {isChosen && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => update({ before: null, after: null })}
            >
              Compare with the time before
            </Button>
          )}
          <span className={classes.drag}>Drag on the chart to set</span>
          <Choice
            label="What a drag on the chart sets"
            value={brushed}
            choices={[
              { value: 'before', label: 'Before' },
              { value: 'after', label: 'After' },
            ]}
            onChange={setBrushed}
          />
        </>
      }
      query={query}
      height={170}
    >
      {({ histogram, windows }) => (
        <>
          <StackedBars
            bars={barsOf(histogram)}
            height={140}
            label="Records"
            bands={bands}
            onBrush={(range) => update({ [brushed]: range })}
          />
          <div className={classes.sliders}>
            {(['before', 'after'] as const).map((which) => (
              <RangeSlider
                key={which}
                label={which === 'before' ? 'Before' : 'After'}
                range={answered(view, diff)[which] ?? windows[which]}
                bounds={drawnOf(histogram)}
                step={histogram.interval_seconds * 1000}
                color={COLORS[which]}
                onChange={(range) => update({ [which]: range })}
              />
            ))}
          </div>
          {diff && (
            <dl className={classes.windows}>
              <Window name="Before" color={COLORS.before} window={diff.base} />
              <Window name="After" color={COLORS.after} window={diff.window} />
            </dl>
          )}
        </>
      )}
    </Panel>
  );
}

interface WindowProps {
  readonly name: string;
  readonly color: string;
  readonly window: components['schemas']['ComparedWindow'];
}

function Window({ name, color, window }: WindowProps) {
  return (
    <div>
      <dt style={{ color }}>{name}</dt>
      <dd>
        {formatRange({
          kind: 'absolute',
          from: Date.parse(window.start_time),
          to: Date.parse(window.end_time),
        })}
        , {plural(window.records, 'record')}
      </dd>
    </div>
  );
}

function boundsOf({
  start_time: from,
  end_time: to,
}: Pick<Histogram, 'start_time' | 'end_time'>): AbsoluteRange {
  return { kind: 'absolute', from: Date.parse(from), to: Date.parse(to) };
}

/** What the bars are of, which are whole buckets. */
function drawnOf(histogram: Histogram): AbsoluteRange {
  const { times, intervalSeconds } = barsOf(histogram);
  const [from = 0] = times;
  return {
    kind: 'absolute',
    from: from * 1000,
    to: ((times.at(-1) ?? from) + intervalSeconds) * 1000,
  };
}

/** The times that were compared, for those that nobody chose: they move on, and the answer tells where they were. */
function answered({ before, after }: View, diff: TemplateDiff | undefined) {
  return {
    before: before === null && diff ? boundsOf(diff.base) : null,
    after: after === null && diff ? boundsOf(diff.window) : null,
  };
}

function bandsOf({ base, window }: TemplateDiff): Band[] {
  const band = (name: 'before' | 'after', { start_time, end_time }: typeof base): Band => ({
    from: Date.parse(start_time),
    to: Date.parse(end_time),
    name,
    color: COLORS[name],
  });
  return [band('before', base), band('after', window)];
}
