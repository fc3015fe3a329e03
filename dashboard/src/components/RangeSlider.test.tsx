import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { absoluteRange, type AbsoluteRange } from '../lib/time/range';
import { RangeSlider } from './RangeSlider';

const HOUR = 3_600_000;
const START = new Date(2026, 10, 22, 0).getTime();

function hours(from: number, to: number): AbsoluteRange {
  const range = absoluteRange(START + from * HOUR, START + to * HOUR);
  if (!range) throw new Error('no range');
  return range;
}

afterEach(() => vi.useRealTimers());

test('its ends are moved by keys, and keep in order and in bounds', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const onChange = vi.fn();
  render(
    <RangeSlider
      label="After"
      range={hours(4, 6)}
      bounds={hours(0, 12)}
      step={HOUR}
      color="red"
      onChange={onChange}
    />,
  );
  const from = screen.getByRole('slider', { name: 'After, beginning' });
  const to = screen.getByRole('slider', { name: 'After, end' });
  await user.tab();
  expect(from).toHaveFocus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(from).toHaveAttribute('aria-valuetext', '2026-11-22 02:00:00');
  await user.keyboard('{PageUp}');
  expect(from).toHaveAttribute('aria-valuetext', '2026-11-22 05:00:00');
  await user.tab();
  await user.keyboard('{End}{ArrowRight}');
  expect(to).toHaveAttribute('aria-valuetext', '2026-11-22 12:00:00');
  expect(onChange).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(hours(5, 12));
});

test('a range that moves on takes no end out of a hand', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const onChange = vi.fn();
  const slider = (range: AbsoluteRange) => (
    <RangeSlider
      {...{ label: 'After', range, bounds: hours(0, 12), step: HOUR, color: 'red', onChange }}
    />
  );
  const { rerender } = render(slider(hours(4, 6)));
  await user.tab();
  await user.keyboard('{ArrowLeft}');
  rerender(slider(hours(5, 7)));
  const from = screen.getByRole('slider', { name: 'After, beginning' });
  expect(from).toHaveAttribute('aria-valuetext', '2026-11-22 03:00:00');
  await vi.advanceTimersByTimeAsync(600);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(hours(3, 6));
  rerender(slider(hours(6, 8)));
  expect(from).toHaveAttribute('aria-valuetext', '2026-11-22 06:00:00');
});
