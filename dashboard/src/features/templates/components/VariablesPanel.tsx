import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/Panel';
import { formatCount, plural } from '../../../lib/format/numbers';
import { variablesQuery } from '../api/queries';
import type { VariableList } from '../model/measure';
import { placesOf } from '../model/places';
import type { View } from '../model/view';
import { VariableCard } from './VariableCard';
import classes from './VariablesPanel.module.css';

interface Props {
  readonly templateId: string;
  readonly view: View;
}

/** How the values of each variable of a template are spread. */
export function VariablesPanel({ templateId, view }: Props) {
  const query = useQuery(variablesQuery(templateId, view));
  return (
    <Panel title="Variables" aside={query.data && basis(query.data)} query={query} height={180}>
      {(list) => <Cards list={list} />}
    </Panel>
  );
}

/* A long text may have hundreds of them. */
const SOME = 24;

function Cards({ list }: { readonly list: VariableList }) {
  const [isWhole, setWhole] = useState(false);
  const { template, variables, sampled_records: sampled, records_without_values: without } = list;
  const places = placesOf(template ?? '');
  if (sampled === 0) return <p className={classes.kind}>No record of it in this time.</p>;
  if (variables.length === 0) {
    return (
      <p className={classes.kind}>
        {places.length === 0
          ? 'Nothing varies: its records all say the same.'
          : 'The values of these records cannot be told apart any more.'}
      </p>
    );
  }
  return (
    <>
      <div className={classes.cards}>
        {variables.slice(0, isWhole ? undefined : SOME).map((variable, index) => (
          <VariableCard
            key={index}
            variable={variable}
            number={index + 1}
            place={places.length === variables.length ? places[index] : undefined}
          />
        ))}
      </div>
      {!isWhole && variables.length > SOME && (
        <Button mt="xs" size="compact-xs" variant="default" onClick={() => setWhole(true)}>
          Show all {formatCount(variables.length)}
        </Button>
      )}
      {without > 0 && (
        <p className={classes.kind}>
          {plural(without, 'record')} of these could not be read for values.
        </p>
      )}
    </>
  );
}

function basis({ is_complete: isComplete, sampled_records: sampled }: VariableList): string {
  if (isComplete) return `in all ${plural(sampled, 'record')}`;
  return `in the newest ${plural(sampled, 'record')}`;
}
