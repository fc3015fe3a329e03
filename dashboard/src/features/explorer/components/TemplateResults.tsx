import { useQuery } from '@tanstack/react-query';
import { GivenUp, Pending } from '../../../components/Pending';
import type { AbsoluteRange } from '../../../lib/time/range';
import { templatesQuery } from '../api/queries';
import { equalTo } from '../model/conditions';
import type { Selection } from '../model/selection';
import type { ChangeView, View } from '../model/view';
import { Failure } from './Failure';
import { NoRecords } from './NoRecords';
import { TemplateLines } from './TemplateLines';
import classes from './TemplateLines.module.css';

interface Props {
  readonly view: View;
  readonly range: AbsoluteRange;
  readonly selection: Selection;
  readonly onChange: ChangeView;
}

/** The records of a view, collapsed to the templates that say them. */
export function TemplateResults({ view, range, selection, onChange }: Props) {
  const query = useQuery(templatesQuery(selection));
  const { data, error, isPlaceholderData, isFetching, refetch } = query;
  if (error) {
    return (
      <div className={classes.foot}>
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Pending query={query} height={400} />;
  if (data.patterns.length === 0) {
    return <NoRecords view={view} range={range} onChange={onChange} />;
  }
  const open = (template: string) => {
    const condition = equalTo('template_id', template);
    const filter = view.filter.filter((other) => other !== condition);
    onChange({ show: 'records', filter: [...filter, ...(condition === null ? [] : [condition])] });
  };
  return (
    <TemplateLines list={data} view={view} isStale={isPlaceholderData} onOpen={open}>
      {isPlaceholderData && !isFetching && <GivenUp query={query} />}
    </TemplateLines>
  );
}
