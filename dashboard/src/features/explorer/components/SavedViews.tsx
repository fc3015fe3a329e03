import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { HostileText } from '../../../components/HostileText';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { savedViewsQuery, useRemoveView, useSaveView } from '../../../lib/api/savedViews';
import { writeState } from '../../../lib/url/codec';
import { visible } from '../../../lib/text/visible';
import { viewsOf } from '../model/savedViews';
import { VIEW, type View } from '../model/view';
import classes from './SavedViews.module.css';

interface Props {
  readonly view: View;
  readonly onDone: () => void;
}

/** The views that were saved, and a place to name this one. */
export function SavedViews({ view, onDone }: Props) {
  const [, navigate] = useLocation();
  const { data, error, refetch } = useQuery({ ...savedViewsQuery, select: viewsOf });
  const [name, setName] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const save = useSaveView();
  const remove = useRemoveView();
  const same = data?.find((saved) => saved.name === name.trim());
  const failure = error ?? save.error ?? remove.error;
  return (
    <div className={classes.menu}>
      {failure && (
        <ProblemNotice error={failure} onRetry={error ? () => void refetch() : undefined} />
      )}
      {!data && !error && <Skeleton height={60} />}
      {data?.length === 0 && <p className={classes.note}>No view is saved yet.</p>}
      {data && data.length > 0 && (
        <ul className={classes.views}>
          {data.map((saved) => (
            <li key={saved.id}>
              <button
                type="button"
                className={classes.open}
                title={`Saved by ${visible(saved.owner)}`}
                onClick={() => {
                  onDone();
                  navigate(saved.address);
                }}
              >
                <HostileText text={saved.name} />
              </button>
              <Button
                size="compact-xs"
                variant="subtle"
                color={wanted === saved.id ? 'red' : 'gray'}
                onBlur={() => setWanted(null)}
                onClick={() => {
                  if (wanted === saved.id) remove.mutate(saved.id);
                  setWanted(wanted === saved.id ? null : saved.id);
                }}
              >
                {wanted === saved.id ? 'Really remove' : 'Remove'}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const search = writeState(VIEW, { ...view, record: null, tab: 'closed' });
          save.mutate(
            { id: same?.id ?? null, name: name.trim(), search },
            { onSuccess: () => setName('') },
          );
        }}
      >
        <TextInput
          size="xs"
          label="Save this view as"
          maxLength={256}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === ''}>
          {same ? 'Replace' : 'Save'}
        </Button>
      </form>
    </div>
  );
}
