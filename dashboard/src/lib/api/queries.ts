import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

const MOST_RETRIES = 2;
const LONGEST_PAUSE_SECONDS = 30;

/** Asks again where that can help: without an answer, and where the server is busy. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (!(error instanceof ProblemError) || failures >= MOST_RETRIES) return false;
  return (
    ['unreachable', 'rate_limited', 'unavailable', 'overloaded'].includes(error.problem.code) ||
    [429, 502, 503].includes(error.problem.status)
  );
}

function pauseMillis(failures: number, error: Error): number {
  const wanted = error instanceof ProblemError ? error.retryAfterSeconds : null;
  return Math.min(wanted ?? 2 ** failures, LONGEST_PAUSE_SECONDS) * 1000;
}

/** The state of the server as this page knows it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: isWorthRetrying,
        retryDelay: pauseMillis,
        // A server on the loopback address needs no network.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
