import { ActionIcon, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Icon } from '../../../components/Icon';
import { Pending } from '../../../components/Pending';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { recordQuery } from '../../../lib/api/records';
import { writeExactly } from '../../../lib/api/exact';
import { severityOfNumber } from '../../../lib/severity';
import { formatTimestamp } from '../../../lib/time/format';
import type { LogRecord } from '../model/rows';
import type { ChangeView, Tab, View } from '../model/view';
import { ContextTab } from './ContextTab';
import { FieldsTab } from './FieldsTab';
import { LongText } from './LongText';
import { Relations } from './Relations';
import classes from './DetailPanel.module.css';

interface Props {
  readonly id: string;
  /** The record, if it is among those that are loaded. */
  readonly loaded: LogRecord | undefined;
  readonly view: View;
  readonly onChange: ChangeView;
  readonly onChoose: (id: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

/** All about one record. It stays open while the rows are gone through. */
export function DetailPanel({ id, loaded, view, onChange, onChoose, onStep, onClose }: Props) {
  const query = useQuery({
    ...recordQuery(id),
    // What a list has of it is all of it, or else only told above.
    ...(loaded && !loaded.shortened && { initialData: loaded }),
  });
  const { data, error, refetch } = query;
  const known = data ?? loaded;
  return (
    <section className={classes.panel} aria-label="Details of the record">
      <header className={classes.header}>
        {known && <SeverityBadge severity={severityOfNumber(known.severity_number)} />}
        <span className={classes.time}>{known && formatTimestamp(known.timestamp)}</span>
        <Action name="back" label="Row before (K)" turned onClick={() => onStep(-1)} />
        <Action name="forward" label="Next row (J)" turned onClick={() => onStep(1)} />
        <Action name="close" label="Close the details (Esc)" onClick={onClose} />
      </header>
      {!data && !error && (
        <div className={classes.part}>
          <Pending query={query} height={320} />
        </div>
      )}
      {error && !data && (
        <div className={classes.part}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data && (
        <>
          <div className={classes.part}>
            <LongText key={data.id} text={data.message} label="message" />
            <Relations record={data} view={view} onChange={onChange} />
          </div>
          <Tabs
            value={view.tab}
            onChange={(tab) => tab && onChange({ tab: tab as Tab }, { replace: true })}
            keepMounted={false}
          >
            <Tabs.List px="sm">
              <Tabs.Tab value="fields">Fields</Tabs.Tab>
              <Tabs.Tab value="json">JSON</Tabs.Tab>
              <Tabs.Tab value="context">Context</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="fields" className={classes.part}>
              <FieldsTab key={data.id} record={data} view={view} onChange={onChange} />
            </Tabs.Panel>
            <Tabs.Panel value="json" className={classes.part}>
              <LongText key={data.id} text={writeExactly(data, 2)} label="JSON" most={20_000} />
            </Tabs.Panel>
            <Tabs.Panel value="context" className={classes.part}>
              <ContextTab record={data} onChoose={onChoose} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </section>
  );
}

interface ActionProps {
  readonly name: 'back' | 'forward' | 'close';
  readonly label: string;
  /** Whether the drawing points up or down instead. */
  readonly turned?: boolean;
  readonly onClick: () => void;
}

function Action({ name, label, turned = false, onClick }: ActionProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      title={label}
      aria-label={label}
      className={turned ? (classes.turned ?? '') : ''}
      onClick={onClick}
    >
      <Icon name={name} size={14} />
    </ActionIcon>
  );
}
