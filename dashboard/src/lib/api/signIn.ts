/*
 * A browser keeps no token: it signs in with one, and a cookie that no page can read stands for it. This
 * is whether the server refused to answer without, which is said once for all requests.
 */
let isWanted = false;
const listeners = new Set<() => void>();

function become(next: boolean) {
  if (next === isWanted) return;
  isWanted = next;
  listeners.forEach((listener) => listener());
}

/** Whether somebody must sign in before the server answers. */
export const signIn = {
  isWanted: () => isWanted,
  want: () => become(true),
  done: () => become(false),

  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
