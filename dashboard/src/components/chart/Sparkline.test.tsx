import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Sparkline } from './Sparkline';

test('bars are as high as their part of the highest, and what is not nothing is seen', () => {
  render(<Sparkline values={[0, 1, 500, 1000]} width={8} height={11} label="Records" />);
  expect(screen.getByRole('img', { name: 'Records' }).querySelector('path')).toHaveAttribute(
    'd',
    'M2 11v-1.5h1.6v1.5zM4 11v-5h1.6v5zM6 11v-10h1.6v10z',
  );
});

test('without any count there is no bar', () => {
  render(<Sparkline values={[0, 0]} label="Records" />);
  expect(screen.getByRole('img').querySelector('path')).toHaveAttribute('d', '');
});
