import { ProblemNotice } from '../../../components/ProblemNotice';
import { problemOf } from '../../../lib/api/problem';
import { isQueryFault } from '../model/conditions';

interface Props {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Why a part of the page shows nothing, unless the bar for the query tells it already. */
export function Failure({ error, onRetry }: Props) {
  if (isQueryFault(problemOf(error).code)) return null;
  return <ProblemNotice error={error} onRetry={onRetry} />;
}
