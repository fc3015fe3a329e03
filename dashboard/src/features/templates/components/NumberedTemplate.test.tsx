import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NumberedTemplate } from './NumberedTemplate';

test('markup is text, and a turned direction is shown', () => {
  const { container } = render(
    <NumberedTemplate template={'<img src=x onerror=alert(1)> \u202e<num>'} />,
  );
  expect(container.querySelector('img')).toBeNull();
  expect(container).toHaveTextContent('<img src=x onerror=alert(1)> \u2329202E\u232a<num>1');
  expect(screen.getByRole('link')).toHaveAttribute('title', 'number');
});
