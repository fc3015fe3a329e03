import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { readState } from '../../../lib/url/codec';
import { VIEW } from '../model/view';
import { aRecord } from '../testing';
import { DetailPanel } from './DetailPanel';

const brief = aRecord({
  message: 'the beginning',
  body: 'the beginning',
  shortened: { body_length: 28, attributes: 0, values: 0 },
});
const whole = aRecord({ message: 'the beginning and the rest..', attributes: { user: 7 } });

afterEach(() => vi.unstubAllGlobals());

function show(loaded = brief, tab = 'json') {
  const ignore = () => undefined;
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <DetailPanel
          id={loaded.id}
          loaded={loaded}
          view={readState(VIEW, `tab=${tab}`)}
          onChange={ignore}
          onChoose={ignore}
          onStep={ignore}
          onClose={ignore}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('asks for all of a record that the list has in brief, and never shows less', async () => {
  const fetched = vi.fn(() => Promise.resolve(Response.json(whole)));
  vi.stubGlobal('fetch', fetched);
  show();
  expect(screen.queryByText(/the beginning/)).toBeNull();
  expect(await screen.findByText('the beginning and the rest..')).toBeVisible();
  expect(screen.getByText(/"user": 7/)).toBeVisible();
  expect(screen.queryByText(/shortened/)).toBeNull();
  expect(fetched).toHaveBeenCalledOnce();
});

test('shows at once what the list has in full', () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  show(whole);
  expect(screen.getByText('the beginning and the rest..')).toBeVisible();
  expect(fetched).not.toHaveBeenCalled();
});
