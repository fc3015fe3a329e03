import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HostileText } from './HostileText';

test('markup is text', () => {
  const { container } = render(<HostileText text={'<img src=x onerror="alert(1)">'} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container).toHaveTextContent('<img src=x onerror="alert(1)">');
});

test('what turns the direction of writing is named', () => {
  render(<HostileText text={'user \u202egnp.exe'} />);
  expect(screen.getByTitle('right-to-left override, U+202E')).toBeVisible();
  expect(document.body.textContent).not.toContain('\u202e');
});
