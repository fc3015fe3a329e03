/*
 * The token is kept for this tab's origin in local storage, as every tab needs it and a browser that is
 * started again should not ask. `isWanted` is set when the server refused the token, or that there is none.
 */
const KEY = 'winnow.token';

interface TokenState {
  readonly token: string | null;
  readonly isWanted: boolean;
}

let state: TokenState = { token: localStorage.getItem(KEY), isWanted: false };
const listeners = new Set<() => void>();

function become(next: TokenState) {
  state = next;
  listeners.forEach((listener) => listener());
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) become({ token: event.newValue, isWanted: false });
});

/** The token that requests carry, shared by all tabs of this origin. */
export const tokenStore = {
  current: () => state,

  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  set(token: string | null) {
    if (token === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, token);
    become({ token, isWanted: false });
  },

  /** Notes that the server refused a request that carried `refused`. */
  want(refused: string | null) {
    if (!state.isWanted && refused === state.token) become({ ...state, isWanted: true });
  },

  dismiss: () => {
    become({ ...state, isWanted: false });
  },
};
