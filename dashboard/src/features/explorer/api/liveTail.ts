import { answer, api } from '../../../lib/api/client';
import { parseExactly } from '../../../lib/api/exact';
import { problemOf } from '../../../lib/api/problem';
import { signIn } from '../../../lib/api/signIn';
import type { LogRecord } from '../model/rows';
import { searchOf, type Selection } from '../model/selection';

/** What the server says on a tail. */
export type LiveMessage =
  | { readonly type: 'new_log'; readonly data: LogRecord; readonly cursor: string }
  | { readonly type: 'cursor'; readonly cursor: string }
  | { readonly type: 'dropped'; readonly count?: number; readonly cursor: string }
  | { readonly type: 'error'; readonly code: string; readonly detail: string };

export interface TailListener {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onOpen: () => void;
  /** Told why there is no connection, if that is known, and that it is tried again. */
  readonly onLost: (reason: string | null) => void;
}

const LONGEST_PAUSE_MILLIS = 15_000;

/**
 * Watches records in brief as they are stored, until the answer is called. A connection that breaks is made again,
 * and goes on behind the last message that came.
 */
export function openTail(
  conditions: Selection,
  columns: readonly string[],
  listener: TailListener,
): () => void {
  const ending = new AbortController();
  let cursor: string | null = null;
  let failures = 0;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forget: (() => void) | null = null;

  const again = (reason: string | null) => {
    if (ending.signal.aborted) return;
    const isSignedOut = signIn.isWanted();
    listener.onLost(isSignedOut ? 'nobody is signed in' : reason);
    // There is no use in asking before somebody is.
    if (isSignedOut) {
      forget = signIn.whenDone(() => void connect());
      return;
    }
    const pause = Math.min(1000 * 2 ** failures++, LONGEST_PAUSE_MILLIS);
    timer = setTimeout(() => void connect(), pause);
  };

  const connect = async () => {
    let ticket: string;
    try {
      // A page can send no token with a WebSocket.
      ticket = (await answer(api.POST('/api/v1/tickets', { signal: ending.signal }))).ticket;
    } catch (failure) {
      again(problemOf(failure).detail);
      return;
    }
    if (ending.signal.aborted) return;
    let reason: string | null = null;
    const opened = new WebSocket(addressOf(conditions, columns, ticket, cursor));
    socket = opened;
    opened.onopen = () => listener.onOpen();
    opened.onmessage = ({ data }) => {
      const message = parseExactly(data as string) as LiveMessage;
      if (message.type === 'error') {
        reason = message.detail;
      } else {
        // A server that only says why it refuses is asked ever more rarely.
        failures = 0;
        cursor = message.cursor;
      }
      listener.onMessage(message);
    };
    opened.onclose = () => again(reason);
  };

  void connect();
  return () => {
    ending.abort();
    clearTimeout(timer);
    forget?.();
    socket?.close();
  };
}

function addressOf(
  conditions: Selection,
  column: readonly string[],
  ticket: string,
  cursor: string | null,
): string {
  const more = { brief: 'true', column, ticket, ...(cursor !== null && { after: cursor }) };
  const search = searchOf(conditions, more);
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/logs?${search}`;
}
