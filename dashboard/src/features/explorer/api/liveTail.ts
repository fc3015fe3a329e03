import { answer, api } from '../../../lib/api/client';
import { problemOf } from '../../../lib/api/problem';
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
 * Watches records as they are stored, until the answer is called. A connection that breaks is made again,
 * and goes on behind the last message that came.
 */
export function openTail(conditions: Selection, listener: TailListener): () => void {
  const ending = new AbortController();
  let cursor: string | null = null;
  let failures = 0;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = (reason: string | null) => {
    if (ending.signal.aborted) return;
    listener.onLost(reason);
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
    const opened = new WebSocket(addressOf(conditions, ticket, cursor));
    socket = opened;
    opened.onopen = () => listener.onOpen();
    opened.onmessage = ({ data }) => {
      const message = JSON.parse(data as string) as LiveMessage;
      failures = 0;
      if (message.type === 'error') reason = message.detail;
      else cursor = message.cursor;
      listener.onMessage(message);
    };
    opened.onclose = () => again(reason);
  };

  void connect();
  return () => {
    ending.abort();
    clearTimeout(timer);
    socket?.close();
  };
}

function addressOf(conditions: Selection, ticket: string, cursor: string | null): string {
  const search = searchOf(conditions, { ticket, ...(cursor !== null && { after: cursor }) });
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/logs?${search}`;
}
