import type { Shop } from './shop';

/** Something that the dashboard shows at an address. */
export interface View {
  readonly name: string;
  /** Its path and query string, which restore it. */
  readonly at: string;
}

interface Found {
  readonly logs: readonly { readonly id: string; readonly trace_id: string | null }[];
}

interface Patterns {
  readonly patterns: readonly { readonly template_id: string }[];
}

/** Every view that a user of a filled server can come to, with records of the incident chosen. */
export async function viewsOf({ server, incident }: Shop): Promise<View[]> {
  const services = `service=${incident.root_service}`;
  const { logs } = await server.json<Found>(`/api/logs?level=ERROR&limit=20&${services}`);
  const { patterns } = await server.json<Patterns>(`/api/patterns?limit=1&${services}`);
  const record = logs.find(({ trace_id }) => trace_id !== null);
  const [pattern] = patterns;
  if (record === undefined || pattern === undefined) throw new Error('the shop has no incident');
  const failing = `/explorer?time=3h&level=ERROR&${services}`;
  return [
    { name: 'overview', at: '/overview?time=3h' },
    { name: 'explorer', at: '/explorer?time=3h' },
    { name: 'explorer-fields', at: `${failing}&record=${record.id}&tab=fields` },
    { name: 'explorer-json', at: `${failing}&record=${record.id}&tab=json` },
    { name: 'explorer-context', at: `${failing}&record=${record.id}&tab=context` },
    { name: 'explorer-templates', at: `${failing}&show=templates` },
    { name: 'explorer-nothing', at: `${failing}&query=%22no%20such%20words%22` },
    { name: 'explorer-live', at: '/explorer?time=3h&live=1' },
    { name: 'trace', at: `/traces/${String(record.trace_id)}` },
    { name: 'templates', at: '/templates?time=3h' },
    { name: 'template', at: `/templates/${pattern.template_id}?time=3h` },
    { name: 'templates-changes', at: '/templates?time=1h&view=changes' },
    ...['tokens', 'retention', 'quotas', 'price', 'views'].map((tab) => ({
      name: `settings-${tab}`,
      at: `/settings?tab=${tab}`,
    })),
  ];
}
