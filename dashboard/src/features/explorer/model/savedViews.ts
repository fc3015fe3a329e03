import { searchOf } from '../../../lib/api/savedViews';
import type { components } from '../../../lib/api/schema';

/** A view of the explorer that somebody named. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** The view as the query string of its address. */
  readonly search: string;
}

/** The views of the explorer among all that are saved. */
export function viewsOf(list: components['schemas']['SavedViewList']): SavedView[] {
  return list.saved_views.flatMap(({ id, name, owner, content }) => {
    const search = searchOf(content);
    return search === null ? [] : [{ id, name, owner, search }];
  });
}
