import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The server that `npm run dev` asks. It sees the address of the page, so that it takes it for its own. */
const server = process.env['WINNOW_URL'] ?? 'http://127.0.0.1:8005';
const asked = ['/api', '/health', '/metrics', '/docs', '/openapi', '/generator'];

export default defineConfig({
  plugins: [react()],
  build: {
    // Where Maven's jar takes it from.
    outDir: 'target/classes/META-INF/resources/dashboard',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The policy of the pages allows fonts of this origin only.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  },
  server: {
    proxy: {
      ...Object.fromEntries(asked.map((path) => [path, { target: server }])),
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    allowOnly: false,
    // A machine that does other things beside is slow, not wrong.
    testTimeout: 30_000,
  },
});
