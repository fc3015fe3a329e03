import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../lib/api/session';

/* Whose administrators run the server for all tenants. */
const FIRST_TENANT = 'default';

interface Rights {
  /** Whether tokens and the price are theirs to change. */
  readonly isAdmin: boolean;
  /** Whether what holds for all tenants is theirs to change. */
  readonly isOperator: boolean;
}

/** What those who look may change: what they may not is not offered. The server decides all the same. */
export function useRights(): Rights {
  const { data } = useQuery(sessionQuery);
  const isAdmin = data?.role === 'admin';
  return { isAdmin, isOperator: isAdmin && data.tenant_id === FIRST_TENANT };
}
