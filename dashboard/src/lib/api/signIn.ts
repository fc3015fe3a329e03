/*
 * A browser keeps no token: it signs in with one, and a cookie that no page can read stands for it. This
 * is whether the server refused to answer without, which is said once for all requests.
 */
/* The server does not tell why it knows a session no more. */
const USUALLY = 'It ran out, its token was revoked, or Winnow was started anew.';

let isWanted = false;
let reason = USUALLY;
const listeners = new Set<() => void>();

function become(next: boolean, why = USUALLY) {
  if (next === isWanted) return;
  isWanted = next;
  reason = why;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether somebody must sign in before the server answers. */
export const signIn = {
  isWanted: () => isWanted,
  /** What happened, as far as that is known. */
  reason: () => reason,
  want: (why?: string) => become(true, why),
  done: () => become(false),
  subscribe,

  /** Runs `next` once when somebody has signed in, unless the answer is called before. */
  whenDone(next: () => void): () => void {
    const forget = subscribe(() => {
      if (isWanted) return;
      forget();
      next();
    });
    return forget;
  },
};
