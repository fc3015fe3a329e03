import { defineConfig } from '@playwright/test';

/** Tests of the dashboard in a browser, against a packaged server. `build.sh` tells where both are. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/browser',
  forbidOnly: true,
  workers: 2,
  fullyParallel: false,
  // A machine that does other things beside is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/surefire-reports/TEST-browser.xml' }]],
  projects: [
    { name: 'tests', testMatch: '*.spec.ts' },
    { name: 'picture', testMatch: 'pictures.ts' },
    { name: 'measure', testMatch: 'measure/measure.ts' },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
