import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { TemplateText } from '../../../components/TemplateText';
import type { components } from '../../../lib/api/schema';
import { formatCompact, formatCount, formatShare, plural } from '../../../lib/format/numbers';
import { LEVELS, severityOfName } from '../../../lib/severity';
import { templateLink } from '../../../lib/url/links';
import type { View } from '../model/view';
import classes from './TemplateLines.module.css';

const ROW_HEIGHT = 28;
/* Whoever goes from row to row with Tab finds the next one. */
const BEYOND_SIGHT = 16;

interface Props {
  readonly list: components['schemas']['TemplateList'];
  readonly view: View;
  /** Whether these are of an earlier question. */
  readonly isStale: boolean;
  /** Opens the records of a template. */
  readonly onOpen: (templateId: string) => void;
  /** What stands above them. */
  readonly children: ReactNode;
}

/** Templates as lines, of which only those in sight exist, as there may be hundreds. */
export function TemplateLines({ list, view, isStale, onOpen, children }: Props) {
  const { patterns } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  // The rows must not be compared by the compiler, as the list changes itself.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: patterns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BEYOND_SIGHT,
    // The line that had the focus last stays, wherever it is, as the keyboard would be lost with it.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return focused === null || focused >= range.count || inSight.includes(focused)
        ? inSight
        : [...inSight, focused].toSorted((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  return (
    <div ref={scroller} className={classes.list} data-stale={isStale || undefined}>
      {children}
      <table aria-rowcount={patterns.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Records</th>
            <th scope="col">Share</th>
            <th scope="col">Level</th>
            <th scope="col">Template</th>
            <th scope="col">
              <span className="unseen">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ index, start }, at) => {
            const pattern = patterns[index];
            return (
              pattern && (
                <Fragment key={pattern.template_id}>
                  <Gap height={start - (items[at - 1]?.end ?? 0)} />
                  <TemplateLine
                    pattern={pattern}
                    index={index}
                    href={templateLink(pattern.template_id, view.time)}
                    onOpen={onOpen}
                    onFocus={() => setFocused(index)}
                  />
                </Fragment>
              )
            );
          })}
          <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      <p className={classes.foot}>
        {plural(list.total_patterns, 'template')} say {plural(list.total_records, 'record')}
        {list.other_patterns > 0 &&
          `; ${plural(list.other_records, 'record')} of ${plural(list.other_patterns, 'rarer template')} are not shown`}
      </p>
    </div>
  );
}

/** The room of rows that are out of sight. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />;
}

interface LineProps {
  readonly pattern: components['schemas']['TemplateList']['patterns'][number];
  readonly index: number;
  readonly href: string;
  readonly onOpen: (templateId: string) => void;
  readonly onFocus: () => void;
}

function TemplateLine({ pattern, index, href, onOpen, onFocus }: LineProps) {
  const { template_id: id, template, count, share, severities } = pattern;
  return (
    <tr aria-rowindex={index + 2}>
      <td className={classes.number} title={formatCount(count)}>
        {formatCompact(count)}
      </td>
      <td className={classes.number}>{formatShare(share)}</td>
      <td>
        <Levels severities={severities} />
      </td>
      <td className={classes.template}>
        <button type="button" onClick={() => onOpen(id)} title="Show its records" onFocus={onFocus}>
          <TemplateText template={template} isOneLine />
        </button>
      </td>
      <td>
        <Link href={href} onFocus={onFocus}>
          Template
        </Link>
      </td>
    </tr>
  );
}

/** The level that most of the records have, and the worst that some have. */
function Levels({ severities }: { readonly severities: Record<string, number> }) {
  const [most] = Object.entries(severities).toSorted((a, b) => b[1] - a[1]);
  const usual = severityOfName(most?.[0] ?? '');
  const known = Object.keys(severities).map(severityOfName);
  const worst = LEVELS.findLast((level) => known.includes(level)) ?? usual;
  return (
    <span className={classes.levels}>
      <SeverityBadge severity={usual} />
      {worst !== usual && <SeverityBadge severity={worst} compact />}
    </span>
  );
}
