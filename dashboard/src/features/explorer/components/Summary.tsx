import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Choice } from '../../../components/Choice';
import { Icon } from '../../../components/Icon';
import { plural } from '../../../lib/format/numbers';
import { useCommand } from '../../../lib/shortcuts/useCommand';
import { histogramQuery } from '../api/queries';
import type { LogRecord } from '../model/rows';
import type { Selection } from '../model/selection';
import type { ChangeView, View } from '../model/view';
import { ColumnsMenu } from './ColumnsMenu';
import { ExportMenu } from './ExportMenu';
import classes from './Explorer.module.css';

interface Props {
  readonly selection: Selection;
  readonly view: View;
  readonly records: readonly LogRecord[];
  readonly isLoading: boolean;
  /** Whether the question has an answer. */
  readonly isCounted: boolean;
  readonly onAsk: () => void;
  readonly onChange: ChangeView;
}

/** How many records there are, and how they are shown. */
export function Summary(props: Props) {
  const { selection, view, records, isLoading, isCounted, onAsk, onChange } = props;
  const { data, isPlaceholderData } = useQuery(histogramQuery(selection));
  useCommand({ id: 'ask', label: 'Ask again', group: 'Explorer', keys: 'r', run: onAsk });
  return (
    <div className={classes.summary}>
      <Choice
        label="Lines, or the templates that say them"
        value={view.live ? 'records' : view.show}
        choices={[
          { value: 'records', label: 'Lines' },
          { value: 'templates', label: 'By template' },
        ]}
        onChange={(show) => onChange({ show, live: false })}
      />
      <span role="status">
        {data && isCounted && !isPlaceholderData && <strong>{plural(data.total, 'record')}</strong>}
        {isLoading && ' \u00b7 loading'}
      </span>
      <span className={classes.space} />
      <ExportMenu selection={selection} />
      <ColumnsMenu records={records} view={view} onChange={onChange} />
      <Tooltip label="Ask again">
        <ActionIcon variant="subtle" color="gray" size={26} onClick={onAsk} aria-label="Ask again">
          <Icon name="refresh" size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
