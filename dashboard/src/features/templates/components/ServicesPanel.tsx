import type { UseQueryResult } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import type { components } from '../../../lib/api/schema';
import { plural } from '../../../lib/format/numbers';
import { ShareBars } from './ShareBars';

interface Props {
  readonly query: UseQueryResult<components['schemas']['TemplateHistory']>;
}

const SHOWN = 8;

/** Which services a template is of. */
export function ServicesPanel({ query }: Props) {
  return (
    <Panel title="Services" query={query} height={150}>
      {({ pattern: { services, count } }) => {
        const rest = services.slice(SHOWN);
        const more = rest.reduce((sum, { count: of }) => sum + of, 0);
        return (
          <ShareBars
            label="Records of each service"
            total={count}
            bars={[
              ...services.slice(0, SHOWN).map(({ service, count: of }) => ({
                name: service,
                count: of,
              })),
              ...(rest.length > 0
                ? [{ name: plural(rest.length, 'other', 'others'), count: more }]
                : []),
            ]}
          />
        );
      }}
    </Panel>
  );
}
