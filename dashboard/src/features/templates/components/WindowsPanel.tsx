import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Band } from '../../../components/chart/bands';
import { barsOf } from '../../../components/chart/series';
import { StackedBars } from '../../../components/chart/StackedBars';
import { Panel } from '../../../components/Panel';
import { plural } from '../../../lib/format/numbers';
import { formatRange } from '../../../lib/time/format';
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
          <span>Drag on the chart to set</span>
          <SegmentedControl
            size="xs"
            aria-label="What a drag on the chart sets"
            value={brushed}
            data={[
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
      {(histogram) => (
        <>
          <StackedBars
            bars={barsOf(histogram)}
            height={140}
            label="Records"
            bands={bands}
            onBrush={(range) => update({ [brushed]: range })}
          />
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

function bandsOf({ base, window }: TemplateDiff): Band[] {
  const band = (name: 'before' | 'after', { start_time, end_time }: typeof base): Band => ({
    from: Date.parse(start_time),
    to: Date.parse(end_time),
    name,
    color: COLORS[name],
  });
  return [band('before', base), band('after', window)];
}
