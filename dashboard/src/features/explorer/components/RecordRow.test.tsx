import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRecord } from '../testing';
import { LongText } from './LongText';
import { RecordRow } from './RecordRow';

test('shows what anybody may have written as text, and marks what would hide', () => {
  const message = `<img src=x onerror=alert(1)> \u202egnp\u0000 ${'x'.repeat(1_000_000)}`;
  const record = aRecord({ message, service: '<b>evil</b>', attributes: { user: { id: 7 } } });
  const { container } = render(
    <RecordRow record={record} index={4} top={96} columns={['attributes.user.id']} isChosen />,
  );
  const row = screen.getByRole('row', { selected: true });
  expect(row).toHaveAttribute('aria-rowindex', '6');
  expect(row).toHaveTextContent('<b>evil</b>');
  expect(row).toHaveTextContent('<img src=x onerror=alert(1)> \u2329202E\u232agnp\u2400');
  expect(screen.getByRole('gridcell', { name: '7' })).toBeVisible();
  expect(container.querySelector('img, b')).toBeNull();
  expect(row.textContent.length).toBeLessThan(600);
});

test('shows the beginning of a huge text, and offers the rest', () => {
  render(
    <MantineProvider env="test">
      <LongText text={'y'.repeat(3000)} label="message" />
    </MantineProvider>,
  );
  expect(screen.getByText(/^y{2000}\u2026$/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Show all 3,000 characters' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'message' })).toHaveAttribute('tabindex', '0');
});
