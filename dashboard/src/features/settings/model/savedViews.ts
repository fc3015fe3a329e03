import { searchOf } from '../../../lib/api/savedViews';

/** Where a saved view is shown; null if it is none of this dashboard. */
export function addressOf(content: object): string | null {
  const search = searchOf(content);
  return search === null ? null : `/explorer?${new URLSearchParams(search).toString()}`;
}
