import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Price } from '../../../lib/api/price';
import { useRowKeys } from '../hooks/useRowKeys';
import type { Template } from '../model/listing';
import type { Sort } from '../model/view';
import { TableHead } from './TableHead';
import { TemplateCells } from './TemplateRow';
import classes from './TemplateTable.module.css';

interface Props {
  readonly templates: readonly Template[];
  readonly totalBytes: number;
  /** Absent until it is known. */
  readonly price: Price | undefined;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly active: string | null;
  readonly onActivate: (id: string | null) => void;
  readonly hrefOf: (id: string) => string;
}

/** What lies above the first row when the page is scrolled: its header and that of the table. */
const COVERED = 84;

/** Templates, of which only those in sight are drawn. */
export function TemplateTable(props: Props) {
  const { templates, totalBytes, price, sort, onSort, active, onActivate, hrefOf } = props;
  const [, navigate] = useLocation();
  const isNarrow = useMediaQuery('(max-width: 860px)');
  const rows = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const isByKey = useRef(false);
  const height = isNarrow ? 92 : 44;

  useLayoutEffect(() => setMargin(offsetOf(rows.current)), [isNarrow]);

  const virtual = useWindowVirtualizer({
    count: templates.length,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: margin,
    scrollPaddingStart: COVERED,
    scrollPaddingEnd: 60,
    getItemKey: (index) => templates[index]?.template_id ?? index,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const at = templates.findIndex(({ template_id: id }) => id === active);
  useEffect(() => {
    if (at < 0) return;
    virtual.scrollToIndex(at, { align: 'auto' });
    if (!isByKey.current) return;
    isByKey.current = false;
    requestAnimationFrame(() => {
      const link = [...(rows.current?.querySelectorAll('a') ?? [])].find(
        ({ dataset }) => dataset['row'] === active,
      );
      link?.focus({ preventScroll: true });
    });
  }, [at, active, margin, virtual]);

  useRowKeys({
    ids: templates.map(({ template_id: id }) => id),
    active,
    onMove: (id) => {
      isByKey.current = true;
      onActivate(id);
    },
    onOpen: (id) => navigate(hrefOf(id)),
  });

  return (
    <div
      role="table"
      className={classes.table}
      aria-label="Templates"
      data-priced={price?.per_gb != null || undefined}
      aria-rowcount={templates.length + 1}
    >
      <div role="rowgroup" className={classes.top}>
        <TableHead sort={sort} onSort={onSort} />
      </div>
      <div
        role="rowgroup"
        ref={rows}
        className={classes.rows}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const template = templates[index];
          if (!template) return null;
          const id = template.template_id;
          const isActive = id === active;
          return (
            // The link in the row does the same for keys.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              className={`${classes.row} ${classes.body}`}
              data-active={isActive || undefined}
              style={{ transform: `translateY(${start - margin}px)` }}
              onClick={(event) => {
                if (!event.defaultPrevented && !hasSelection()) navigate(hrefOf(id));
              }}
            >
              <TemplateCells
                template={template}
                href={hrefOf(id)}
                isActive={isActive || (at < 0 && index === 0)}
                totalBytes={totalBytes}
                price={price}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function offsetOf(element: HTMLElement | null): number {
  return element ? element.getBoundingClientRect().top + window.scrollY : 0;
}

function hasSelection(): boolean {
  return window.getSelection()?.type === 'Range';
}
