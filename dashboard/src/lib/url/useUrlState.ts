import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readState, type Schema, type StateOf, writeState } from './codec';

export interface UpdateOptions {
  /** Whether the browser's back leads to what is before this change; so unless it is only a refinement. */
  readonly replace?: boolean;
}

/**
 * The state of a view, which is in the query string and nowhere else.
 *
 * @param schema a constant of the module
 * @returns the state, and what changes parts of it
 */
export function useUrlState<S extends Schema>(
  schema: S,
): [StateOf<S>, (changes: Partial<StateOf<S>>, options?: UpdateOptions) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const state = useMemo(() => readState(schema, search), [schema, search]);
  const update = useCallback(
    (changes: Partial<StateOf<S>>, options?: UpdateOptions) => {
      // Two changes in one turn must both be seen, so the address itself is read.
      const { pathname: path, search: now } = window.location;
      const written = writeState(schema, { ...readState(schema, now), ...changes }, now);
      if (`?${written}` === now || (written === '' && now === '')) return;
      navigate(written ? `${path}?${written}` : path, {
        replace: options?.replace ?? false,
      });
    },
    [schema, navigate],
  );
  return [state, update];
}
