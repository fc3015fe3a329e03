import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { formatCost } from '../../../lib/format/money';
import { answer, api } from '../../../lib/api/client';
import { type Price, priceQuery } from '../../../lib/api/price';
import { useChange } from '../api/queries';
import { useRights } from '../hooks/useRights';
import { ConfirmButton } from './ConfirmButton';
import classes from './Settings.module.css';

/** What a gigabyte of records costs, by which templates are told in money too. */
export function PricePanel() {
  const { isAdmin } = useRights();
  return (
    <Panel title="Price" query={useQuery(priceQuery)} height={110}>
      {(price) => (
        <>
          <p className={classes.note}>
            What a gigabyte (1,000,000,000 bytes) of records costs where they end up. With it,
            templates are told in money too.
          </p>
          {isAdmin ? (
            <PriceForm key={`${price.per_gb ?? ''} ${price.currency ?? ''}`} price={price} />
          ) : (
            <p>{formatCost(1e9, price) ?? 'No price is set.'}</p>
          )}
        </>
      )}
    </Panel>
  );
}

function PriceForm({ price }: { readonly price: Price }) {
  const [amount, setAmount] = useState(price.per_gb === null ? '' : String(price.per_gb));
  const [currency, setCurrency] = useState(price.currency ?? 'EUR');
  const set = useChange(
    (body: { per_gb: number; currency: string }) =>
      answer(api.PUT('/api/v1/settings/price', { body })),
    [priceQuery.queryKey],
  );
  const remove = useChange(
    () => answer(api.DELETE('/api/v1/settings/price')),
    [priceQuery.queryKey],
  );
  const perGb = Number(amount.trim().replace(',', '.'));
  const isWrong = amount.trim() === '' || !(perGb > 0);
  const error = set.error ?? remove.error;
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ per_gb: perGb, currency: currency.trim().toUpperCase() });
        }}
      >
        <TextInput
          size="xs"
          label="A gigabyte costs"
          inputMode="decimal"
          value={amount}
          error={amount.trim() !== '' && isWrong && 'as 0.5'}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          w={110}
          label="Currency"
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={isWrong} loading={set.isPending}>
          Set it
        </Button>
      </form>
      {error && <ProblemNotice error={error} />}
      {price.per_gb !== null && (
        <ConfirmButton
          action="Remove"
          name="the price"
          consequence="Nothing is told in money any more."
          isPending={remove.isPending}
          onConfirm={() => remove.mutate(undefined)}
        />
      )}
    </>
  );
}
