import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import type { LogRecord } from '../model/rows';
import { ListHeader } from './ListHeader';
import { RecordRow } from './RecordRow';
import classes from './RecordList.module.css';

const ROW_HEIGHT = 24;
/* Two lines of text, for fingers. */
const PHONE_ROW_HEIGHT = 48;
/* So many rows before the end, more are loaded. */
const AHEAD = 60;

interface Props {
  readonly records: readonly LogRecord[];
  /** Whether the records are of more than a day, which the time then tells. */
  readonly hasDates: boolean;
  readonly columns: readonly string[];
  readonly chosen: string | null;
  /** Opens the details of a row. */
  readonly onShow: (record: LogRecord) => void;
  /** Opens the details of the chosen row. */
  readonly onOpen: () => void;
  readonly onRemoveColumn: (column: string) => void;
  /** Loads more below what is there, if there is more. */
  readonly onEnd: (() => void) | null;
  /** Told whether the newest rows are in sight. */
  readonly onTop?: (isAtTop: boolean) => void;
  /** What stands below the last row. */
  readonly foot: ReactNode;
}

/** Records as lines, of which only those in sight exist. */
export function RecordList(props: Props) {
  const { records, columns, chosen, onShow, onOpen, onEnd, onTop } = props;
  const isPhone = useMediaQuery('(max-width: 640px)');
  const height = isPhone ? PHONE_ROW_HEIGHT : ROW_HEIGHT;
  const scroller = useRef<HTMLDivElement>(null);
  const wasAtTop = useRef(true);
  // The rows must not be compared by the compiler, as the list changes itself.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: ROW_HEIGHT,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= records.length - AHEAD) onEnd?.();
  }, [last, records.length, onEnd]);

  // What is chosen comes into sight when it changes or appears, and not when the list grows.
  const index = chosen === null ? -1 : records.findIndex(({ id }) => id === chosen);
  const isThere = index >= 0;
  const place = useRef(index);
  useEffect(() => {
    place.current = index;
  });
  useEffect(() => {
    if (isThere) virtual.scrollToIndex(place.current, { align: 'auto' });
  }, [virtual, chosen, isThere]);

  const choose = (event: MouseEvent) => {
    const row = (event.target as Element).closest('[data-index]');
    const isSelecting = window.getSelection()?.isCollapsed === false;
    const record = records[Number(row?.getAttribute('data-index') ?? -1)];
    if (record && !isSelecting) onShow(record);
  };

  return (
    <div
      ref={scroller}
      className={classes.list}
      role="grid"
      tabIndex={0}
      aria-label="Records, the newest first"
      aria-rowcount={onEnd ? -1 : records.length + 1}
      aria-activedescendant={isThere ? `row-${chosen ?? ''}` : undefined}
      data-dates={props.hasDates || undefined}
      style={{ '--columns': columnWidths(columns) } as React.CSSProperties}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        onOpen();
      }}
      onScroll={(event) => {
        const isAtTop = event.currentTarget.scrollTop < height;
        if (isAtTop !== wasAtTop.current) onTop?.(isAtTop);
        wasAtTop.current = isAtTop;
      }}
    >
      <ListHeader columns={columns} onRemove={props.onRemoveColumn} />
      <div
        role="rowgroup"
        className={classes.rows}
        style={{ height: virtual.getTotalSize(), '--row': `${height}px` } as React.CSSProperties}
      >
        {items.map(({ index: at, start }) => {
          const record = records[at];
          return (
            record && (
              <RecordRow
                key={record.id}
                record={record}
                index={at}
                top={start - ROW_HEIGHT}
                columns={columns}
                isChosen={record.id === chosen}
              />
            )
          );
        })}
      </div>
      {props.foot}
    </div>
  );
}

function columnWidths(columns: readonly string[]): string {
  return columns.map(() => '160px').join(' ');
}
