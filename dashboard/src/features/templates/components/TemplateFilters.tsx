import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LEVELS } from '../../../lib/severity';
import { servicesQuery } from '../api/queries';
import type { View } from '../model/view';
import { FilterMenu } from './FilterMenu';

interface Props {
  readonly view: View;
  readonly onChange: (changes: Partial<View>) => void;
}

const LEVEL_CHOICES = LEVELS.toReversed().map((level) => ({ value: level.toLowerCase() }));

/** Chooses the services and levels whose records are looked at. */
export function TemplateFilters({ view, onChange }: Props) {
  const [isOpened, setOpened] = useState(false);
  const services = useQuery({ ...servicesQuery(view), enabled: isOpened });
  const facet = services.data?.facets.find(({ field }) => field === 'service');
  const choices = (facet?.values ?? []).flatMap(({ value, count }) =>
    typeof value === 'string' ? [{ value, count }] : [],
  );
  return (
    <>
      <FilterMenu
        name="Service"
        choices={choices}
        chosen={view.service}
        onChange={(service) => onChange({ service })}
        onOpen={() => setOpened(true)}
        none={
          services.isError
            ? 'The services could not be read.'
            : services.isPending
              ? 'Reading\u2026'
              : 'No service is named so.'
        }
      />
      <FilterMenu
        name="Level"
        choices={LEVEL_CHOICES}
        chosen={view.level}
        onChange={(level) => onChange({ level })}
      />
    </>
  );
}
