// Fails if what the browser loads before it shows the first page is more than the limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 300_000;
const built = 'target/classes/META-INF/resources/dashboard';
const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));

/** The chunk `name` and all that it imports at once. */
function initial(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    for (const imported of manifest[name].imports ?? []) initial(imported, found);
  }
  return found;
}

let sum = 0;
for (const name of initial('src/features/overview/OverviewPage.tsx', initial('index.html'))) {
  sum += gzipSync(readFileSync(join(built, manifest[name].file))).length;
}
console.log(`initial JavaScript: ${sum} bytes gzip of ${LIMIT}`);
if (sum > LIMIT) {
  console.error(
    'the initial JavaScript is too large; load what not every page needs when it is needed',
  );
  process.exit(1);
}
