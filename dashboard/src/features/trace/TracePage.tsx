import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useRoute } from 'wouter';
import { CopyButton } from '../../components/CopyButton';
import { HostileText } from '../../components/HostileText';
import { Page } from '../../components/Page';
import { Pending } from '../../components/Pending';
import { ProblemNotice } from '../../components/ProblemNotice';
import { ShareButton } from '../../components/ShareButton';
import { formatCount, plural } from '../../lib/format/numbers';
import { isBad } from '../../lib/severity';
import { formatTimestamp } from '../../lib/time/format';
import { traceQuery } from './api/queries';
import { Entries } from './components/Entries';
import { Lanes } from './components/Lanes';
import { recordLink, recordsLink } from './model/links';
import { formatOffset, traceOf } from './model/trace';
import classes from './components/Trace.module.css';

/** The records of one trace, over the services that it went through. */
export default function TracePage() {
  const [, parameters] = useRoute('/traces/:traceId');
  const traceId = parameters?.traceId ?? '';
  const query = useInfiniteQuery(traceQuery(traceId));
  const pages = query.data?.pages;
  const trace = useMemo(() => traceOf(pages?.flatMap(({ logs }) => logs) ?? []), [pages]);
  const [first] = trace.entries;
  const errors = trace.entries.filter(({ record }) => isBad(record.severity_number)).length;
  const retry = () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch());
  return (
    <Page
      title="Trace"
      controls={<ShareButton address={() => window.location.href} to="this trace" />}
    >
      <div className={classes.facts}>
        <span className={classes.id}>
          <HostileText text={traceId} />
          <CopyButton text={traceId} label="Copy the trace id" />
        </span>
        {first && (
          <>
            <span>{formatTimestamp(first.record.timestamp)}</span>
            <span>
              <strong>{formatOffset(trace.millis)}</strong> from first to last record
            </span>
            <span>
              <strong>{plural(trace.entries.length, 'record')}</strong>
              {query.hasNextPage && ' of more'}, {plural(trace.lanes.length, 'service')},{' '}
              {plural(errors, 'error')}
            </span>
            <Link href={recordsLink(traceId, trace)}>Open in the explorer</Link>
          </>
        )}
      </div>
      {query.isPending && <Pending query={query} height={320} />}
      {query.error && <ProblemNotice error={query.error} onRetry={retry} />}
      {query.isSuccess && !first && (
        <p className={classes.foot}>
          No record of this trace is stored. It may be older than what is kept, or its services do
          not write the trace into their records.
        </p>
      )}
      {first && (
        <>
          <Lanes trace={trace} />
          <Entries trace={trace} linkOf={({ record }) => recordLink(traceId, trace, record.id)} />
        </>
      )}
      {query.hasNextPage && (
        <p className={classes.foot}>
          The first {formatCount(trace.entries.length)} records are shown.{' '}
          <Button
            size="compact-xs"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show more
          </Button>
        </p>
      )}
    </Page>
  );
}
