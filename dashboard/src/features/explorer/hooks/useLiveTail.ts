import { useEffect, useRef, useState } from 'react';
import { answer, api } from '../../../lib/api/client';
import { openTail } from '../api/liveTail';
import { Inbox, type LiveBuffer, miss, NOTHING_LIVE, precede } from '../model/liveBuffer';
import { namedColumns } from '../model/columns';
import type { Selection } from '../model/selection';

/* Records come one by one, thousands in a second; the page is drawn a few times. */
const DRAWN_EVERY_MILLIS = 200;
const RECORDS_BEFORE = 200;

export type Connection =
  { readonly is: 'connecting' | 'live' } | { readonly is: 'lost'; readonly reason: string | null };

export interface LiveTail {
  readonly buffer: LiveBuffer;
  readonly connection: Connection;
}

/**
 * The records that are stored from now on, and the newest before them, all in brief.
 *
 * @param conditions null while nothing is watched
 * @param columns what is shown of them when it begins; one that is added later is not known of records
 *   with more attributes than fit, until it begins again
 * @param since from when on records before the tail are of interest
 */
export function useLiveTail(
  conditions: Selection | null,
  columns: readonly string[],
  since: number,
  isPaused: boolean,
): LiveTail {
  const [buffer, setBuffer] = useState(NOTHING_LIVE);
  const [connection, setConnection] = useState<Connection>({ is: 'connecting' });
  const paused = useRef(isPaused);
  const begin = useRef(since);
  const shown = useRef(columns);
  useEffect(() => {
    paused.current = isPaused;
    begin.current = since;
    shown.current = columns;
  });
  const watched = conditions && JSON.stringify(conditions);

  useEffect(() => {
    if (watched === null) return undefined;
    const asked = JSON.parse(watched) as Selection;
    const ending = new AbortController();
    let hasHistory = false;
    let came = new Inbox();

    const draw = () => {
      // What waited is shown as soon as nobody reads further down, also if nothing more comes.
      if (came.isEmpty && paused.current) return;
      const arrived = came;
      came = new Inbox();
      setBuffer((before) => arrived.empty(before, paused.current));
    };
    const fetchHistory = async () => {
      const query = {
        ...asked,
        brief: true,
        column: namedColumns(shown.current),
        start_time: new Date(begin.current).toISOString(),
        limit: RECORDS_BEFORE,
      };
      const { signal } = ending;
      const { logs } = await answer(api.GET('/api/logs', { params: { query }, signal }));
      draw();
      setBuffer((now) => precede(now, logs));
    };
    const timer = setInterval(draw, DRAWN_EVERY_MILLIS);
    const close = openTail(asked, namedColumns(shown.current), {
      onOpen: () => setConnection({ is: 'live' }),
      onLost: (reason) => setConnection({ is: 'lost', reason }),
      onMessage: (message) => {
        if (message.type === 'new_log') came.add(message.data);
        if (message.type === 'dropped') setBuffer((before) => miss(before, message.count));
        // All that is stored after this comes by itself.
        if (message.type === 'cursor' && !hasHistory) {
          hasHistory = true;
          // The tail is worth something without it; the next place is another occasion.
          fetchHistory().catch(() => {
            hasHistory = false;
          });
        }
      },
    });
    return () => {
      ending.abort();
      clearInterval(timer);
      close();
      setBuffer(NOTHING_LIVE);
      setConnection({ is: 'connecting' });
    };
  }, [watched]);

  return { buffer, connection };
}
