import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { Icon } from '../../../components/Icon';
import { Pending } from '../../../components/Pending';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { useCommand } from '../../../lib/shortcuts/useCommand';
import { templateQuery } from '../api/queries';
import { listLink } from '../model/links';
import type { View } from '../model/view';
import { ExemplarsPanel } from './ExemplarsPanel';
import { ServicesPanel } from './ServicesPanel';
import { TemplateFacts } from './TemplateFacts';
import { TrendPanel } from './TrendPanel';
import { VariablesPanel } from './VariablesPanel';
import classes from './DetailView.module.css';

interface Props {
  readonly templateId: string;
  readonly view: View;
  readonly update: (changes: Partial<View>) => void;
}

/** All that is known of one template. */
export function DetailView({ templateId, view, update }: Props) {
  const [, navigate] = useLocation();
  const query = useQuery(templateQuery(templateId, view));
  const { data, error, refetch } = query;
  const back = listLink(view);
  useCommand({
    id: 'back-to-templates',
    label: 'Back to the list of templates',
    group: 'Templates',
    keys: 'Escape',
    run: () => navigate(back),
  });
  return (
    <div className={classes.detail}>
      <Link href={back} className={classes.back}>
        <Icon name="back" size={14} />
        {view.view === 'changes' ? 'New and gone' : 'All templates'}
      </Link>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Pending query={query} height={126} />}
      {data && (
        <>
          <TemplateFacts history={data} view={view} />
          <div className={classes.beside}>
            <TrendPanel templateId={templateId} view={view} onTime={(time) => update({ time })} />
            <ServicesPanel query={query} />
          </div>
          <VariablesPanel templateId={templateId} view={view} />
          <ExemplarsPanel templateId={templateId} template={data.pattern.template} view={view} />
        </>
      )}
    </div>
  );
}
