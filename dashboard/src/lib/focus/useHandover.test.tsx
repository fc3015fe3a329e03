import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useHandover } from './useHandover';

function Item({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const item = useHandover<HTMLButtonElement>();
  return (
    <li>
      <input aria-label={`the text of ${name}`} />
      <a href="/elsewhere">Elsewhere</a>
      <button ref={item} type="button" onClick={onRemove}>
        {name}
      </button>
    </li>
  );
}

function List() {
  const [names, setNames] = useState(['first', 'middle', 'last']);
  return (
    <main tabIndex={-1}>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <Item
              key={name}
              name={name}
              onRemove={() => setNames(names.filter((other) => other !== name))}
            />
          ))}
        </ul>
      )}
    </main>
  );
}

const remove = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('the focus goes to what is beside, and to the page when nothing is', async () => {
  render(<List />);
  await remove('middle');
  expect(screen.getByRole('button', { name: 'first' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'last' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});

test('the focus goes to nothing that is taken away as well', async () => {
  function Whole() {
    const [isShown, setShown] = useState(true);
    const leave = () => setShown(false);
    return (
      <main tabIndex={-1}>
        {isShown && (
          <ul>
            <Item name="first" onRemove={leave} />
            <Item name="last" onRemove={leave} />
          </ul>
        )}
      </main>
    );
  }
  render(<Whole />);
  await remove('first');
  expect(screen.getByRole('main')).toHaveFocus();
});

test('a focus that is elsewhere stays there', async () => {
  const { rerender } = render(
    <>
      <input aria-label="elsewhere" />
      <List />
    </>,
  );
  await userEvent.click(screen.getByLabelText('elsewhere'));
  rerender(<input aria-label="elsewhere" />);
  expect(screen.getByLabelText('elsewhere')).toHaveFocus();
});
