import { expect, test } from 'vitest';
import { senders } from './senders';

const local = senders({ origin: 'http://localhost:8005', needsToken: false });
const remote = senders({ origin: 'https://logs.example', needsToken: true });

test('every way to send has a name, a note and a command', () => {
  expect(local.map(({ id }) => id)).toEqual([
    'curl',
    'otlp',
    'import',
    'files',
    'loki',
    'bulk',
    'syslog',
    'journal',
  ]);
  for (const { note, command } of local) expect(note && command).not.toBe('');
});

test('commands name this server, whatever its address is', () => {
  const addressed = remote.filter(({ command }) => command.includes('https://logs.example'));
  expect(addressed.map(({ id }) => id)).toEqual(['curl', 'otlp', 'import', 'loki', 'bulk']);
  expect(remote.at(-1)?.command).toBe(
    'systemd-journal-upload --url=https://winnow:$WINNOW_TOKEN@logs.example:443',
  );
  expect(remote.find(({ id }) => id === 'syslog')?.command).toContain('--server logs.example ');
});

test('a token is sent where it is needed, and only there', () => {
  expect(JSON.stringify(local)).not.toContain('WINNOW_TOKEN');
  const sent = remote.filter(({ command }) => command.includes('$WINNOW_TOKEN'));
  expect(sent.map(({ id }) => id)).toEqual(['curl', 'otlp', 'loki', 'bulk', 'journal']);
});
