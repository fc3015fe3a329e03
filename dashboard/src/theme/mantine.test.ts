// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const STYLES = 'node_modules/@mantine/core/styles';
const IMPORT = /import \{([^}]*)\} from '@mantine\/core'/g;

test('the styles of each component that is used are there', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => readFileSync(join('src', name), 'utf8'));
  const used = sources
    .flatMap((source) => [...source.matchAll(IMPORT)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' ')[0] ?? ''))
    .filter((name) => existsSync(join(STYLES, `${name}.css`)));
  const imported = readFileSync('src/theme/mantine.css', 'utf8');
  expect(used).toContain('Modal');
  expect([...new Set(used)].filter((name) => !imported.includes(`/${name}.css'`))).toEqual([]);
});
