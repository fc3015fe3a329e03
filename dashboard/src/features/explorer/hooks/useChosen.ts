import { useEffect, useState } from 'react';
import type { ChangeView } from '../model/view';

const QUIET_MILLIS = 250;

/**
 * The chosen record. It is in the address too, but only when it stays chosen for a moment: browsers refuse
 * to change the address as fast as a key repeats.
 */
export function useChosen(
  record: string | null,
  onChange: ChangeView,
): [string | null, (id: string | null) => void] {
  const [chosen, setChosen] = useState(record);
  const [told, setTold] = useState(record);
  if (told !== record) {
    setTold(record);
    setChosen(record);
  }
  useEffect(() => {
    if (chosen === record) return undefined;
    const timer = setTimeout(() => onChange({ record: chosen }, { replace: true }), QUIET_MILLIS);
    return () => clearTimeout(timer);
  }, [chosen, record, onChange]);
  return [chosen, setChosen];
}
