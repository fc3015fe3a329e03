import { useRoute } from 'wouter';
import { Page } from '../../components/Page';
import { TimePicker } from '../../components/TimePicker';
import { useUrlState } from '../../lib/url/useUrlState';
import { ChangesView } from './components/ChangesView';
import { DetailView } from './components/DetailView';
import { ListView } from './components/ListView';
import { TemplateFilters } from './components/TemplateFilters';
import { VIEW } from './model/view';

/** What kinds of records there are, and what is known of each. */
export default function TemplatesPage() {
  const [view, update] = useUrlState(VIEW);
  const [, params] = useRoute('/templates/:templateId');
  return (
    <Page
      title={params ? 'Template' : 'Templates'}
      controls={
        <>
          {(params !== null || view.view === 'list') && (
            <TemplateFilters view={view} onChange={update} />
          )}
          <TimePicker
            value={view.time}
            onChange={(time) => update({ time, before: null, after: null })}
          />
        </>
      }
    >
      {params ? (
        <DetailView
          key={params.templateId}
          templateId={params.templateId}
          view={view}
          update={update}
        />
      ) : view.view === 'changes' ? (
        <ChangesView view={view} update={update} />
      ) : (
        <ListView view={view} update={update} />
      )}
    </Page>
  );
}
