import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { CopyButton } from '../../../components/CopyButton';
import { TemplateText } from '../../../components/TemplateText';
import { formatBytes, formatCount, formatShare, plural } from '../../../lib/format/numbers';
import { priceQuery } from '../../../lib/api/price';
import { formatCost } from '../../../lib/format/money';
import { formatAge, formatTimestamp } from '../../../lib/time/format';
import type { components } from '../../../lib/api/schema';
import { openingLink, recordsLink } from '../model/links';
import type { View } from '../model/view';
import { NumberedTemplate } from './NumberedTemplate';
import { SeverityBar } from './SeverityBar';
import classes from './TemplateFacts.module.css';

interface Props {
  readonly history: components['schemas']['TemplateHistory'];
  readonly view: View;
}

/** What a template says, how much there is of it, and where its records are. */
export function TemplateFacts({ history, view }: Props) {
  const { data: price } = useQuery(priceQuery);
  const { pattern, requested_id: requested, is_alias: isAlias, absorbed, total_records } = history;
  const { template_id: id, template, count, bytes, share, first_seen: first } = pattern;
  const cost = price ? formatCost(bytes, price) : null;
  return (
    <section className={classes.facts} aria-label="The template">
      {template === null ? (
        <TemplateText template={null} />
      ) : (
        <NumberedTemplate template={template} />
      )}
      {isAlias && (
        <p className={classes.note}>
          <code>{requested}</code> has merged into this template, <code>{id}</code>.
        </p>
      )}
      <div className={classes.row}>
        <dl className={classes.numbers}>
          <div>
            <dt>Records</dt>
            <dd>
              <strong>{formatCount(count)}</strong>
              <span>
                {' '}
                {formatShare(share)} of {formatCount(total_records)}
              </span>
            </dd>
          </div>
          <div>
            <dt>Bytes</dt>
            <dd>
              <strong>{formatBytes(bytes)}</strong>
              {count > 0 && <span> {formatBytes(Math.round(bytes / count))} each</span>}
              {cost !== null && <span>, {cost}</span>}
            </dd>
          </div>
          <div className={classes.severity}>
            <dt>Severity</dt>
            <dd>
              {count > 0 ? <SeverityBar severities={pattern.severities} /> : 'none in this time'}
            </dd>
          </div>
          <div>
            <dt>First seen</dt>
            <dd title={formatTimestamp(first)}>{formatAge(first)}</dd>
          </div>
          <div>
            <dt>Last seen</dt>
            <dd title={pattern.last_seen ? formatTimestamp(pattern.last_seen) : undefined}>
              {pattern.last_seen ? formatAge(pattern.last_seen) : 'not in this time'}
            </dd>
          </div>
          <div>
            <dt>Id</dt>
            <dd className={classes.id}>
              <code>{id}</code>
              <CopyButton text={id} label="Copy the id" />
            </dd>
          </div>
        </dl>
        <Button component={Link} href={recordsLink(id, view)} size="xs">
          Show the records
        </Button>
      </div>
      {absorbed.length > 0 && (
        <details className={classes.note}>
          <summary>
            {plural(absorbed.length, 'template has', 'templates have')} merged into it
          </summary>
          <ul>
            {absorbed.map((merged) => (
              <li key={merged.template_id}>
                <Link href={openingLink(merged.template_id, view)}>{merged.template_id}</Link>{' '}
                {formatAge(merged.merged_at)} <TemplateText template={merged.template} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
