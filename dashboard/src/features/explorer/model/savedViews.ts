import { addressOf } from '../../../lib/api/savedViews';
import type { components } from '../../../lib/api/schema';

/** A view of the explorer that somebody named. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** Where it is shown. */
  readonly address: string;
}

/** The views of the explorer among all that are saved. */
export function viewsOf(list: components['schemas']['SavedViewList']): SavedView[] {
  return list.saved_views.flatMap(({ id, name, owner, content }) => {
    const address = addressOf(content);
    return address === null ? [] : [{ id, name, owner, address }];
  });
}
