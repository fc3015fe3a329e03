import { memo } from 'react';
import { Link } from 'wouter';
import { Sparkline } from '../../../components/chart/Sparkline';
import { TemplateText } from '../../../components/TemplateText';
import { formatBytes, formatCompact, formatCount, formatShare } from '../../../lib/format/numbers';
import type { Price } from '../../../lib/api/price';
import { formatCost } from '../../../lib/format/money';
import { formatAge, formatTimestamp } from '../../../lib/time/format';
import { useZone } from '../../../lib/time/zone';
import { visible } from '../../../lib/text/visible';
import { badRecords, type Template } from '../model/listing';
import { SeverityBar } from './SeverityBar';
import classes from './TemplateTable.module.css';

interface Props {
  readonly template: Template;
  readonly href: string;
  readonly isActive: boolean;
  /** The bytes of all templates. */
  readonly totalBytes: number;
  readonly price: Price | undefined;
}

/** What the list tells of one template; each cell is a child of the row. */
export const TemplateCells = memo(function TemplateCells({
  template,
  href,
  isActive,
  totalBytes,
  price,
}: Props) {
  // Its times are told by the clock that is chosen.
  useZone();
  const { count, bytes, share, services, trend, first_seen: first, last_seen: last } = template;
  const cost = price ? formatCost(bytes, price) : null;
  const names = services.map(({ service }) => visible(service));
  return (
    <>
      <div role="cell" className={classes.template}>
        <Link href={href} data-row={template.template_id} tabIndex={isActive ? 0 : -1}>
          <TemplateText template={template.template} isOneLine />
        </Link>
      </div>
      <div role="cell" className={classes.trend}>
        <Sparkline
          values={trend}
          width={104}
          height={24}
          color={badRecords(template) > count / 2 ? 'var(--severity-error)' : 'var(--accent)'}
          label={`trend, ${formatCompact(Math.max(0, ...trend))} at the most`}
        />
      </div>
      <div role="cell" className={classes.count}>
        <div>{formatCount(count)}</div>
        <div className={classes.second}>{formatShare(share)}</div>
      </div>
      <div role="cell" className={classes.bytes}>
        <div>{formatBytes(bytes)}</div>
        <div className={classes.second}>
          {totalBytes > 0 && formatShare(bytes / totalBytes)}
          {cost !== null && ` \u00b7 ${cost}`}
        </div>
      </div>
      <div role="cell" className={classes.severity}>
        <SeverityBar severities={template.severities} />
      </div>
      <div role="cell" className={classes.services} title={names.join(', ')}>
        {names.slice(0, 2).join(', ')}
        {names.length > 2 && ` and ${names.length - 2} more`}
      </div>
      <div role="cell" className={classes.seen} title={formatTimestamp(first)}>
        <span className={classes.word}>first </span>
        {formatAge(first)}
      </div>
      <div role="cell" className={classes.seen} title={last ? formatTimestamp(last) : undefined}>
        <span className={classes.word}>last </span>
        {last ? formatAge(last) : 'not yet'}
      </div>
    </>
  );
});
