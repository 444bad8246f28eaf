// The stories run against one server with demo data and a database of its own; `cargo xtask test` builds it.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const server = resolve(
  process.env.WIJKBANEN_BIN ?? join(process.env.CARGO_TARGET_DIR ?? '../target', 'debug/wijkbanen'),
);
if (!existsSync(server)) {
  throw new Error(`There is no server at ${server}: run "cargo xtask test", or set WIJKBANEN_BIN to one.`);
}

// The stories that run a command of the program use the same one.
process.env.WIJKBANEN_BIN = server;

// Every worker reads this file again; through the environment they share the first one's folder.
const folder = (process.env.WIJKBANEN_E2E_FOLDER ??= mkdtempSync(join(tmpdir(), 'wijkbanen-e2e-')));

// A name and not 127.0.0.1: browsers accept Secure cookies without TLS on localhost only.
const port = process.env.WIJKBANEN_E2E_PORT ?? '4173';
const baseURL = `http://localhost:${port}`;

// Opens a Firefox of its own: the other stories run in Chromium.
const FIREFOX = '**/*-firefox.spec.ts';

// These move the clock of the server, which all stories share: each alone, one after the other, after all others.
const ROUND = '**/staff-runs-a-round.spec.ts';
const SHARES = '**/staff-counts-by-equal-shares.spec.ts';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  // CI machines have two cores, and the server wants one.
  workers: process.env.CI ? 1 : 2,
  reporter: 'list',
  forbidOnly: !!process.env.CI,
  timeout: 30_000,
  use: {
    baseURL,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        // Chromium refuses its sandbox to root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-sync',
        '--disable-component-update',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: ['**/*.nojs.spec.ts', FIREFOX, ROUND, SHARES],
      use: { viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testIgnore: ['**/*.nojs.spec.ts', FIREFOX, ROUND, SHARES],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      // Stories that must also work without a script: tagged @nojs, or in a file of their own.
      name: 'no-js',
      grep: /@nojs|\.nojs\.spec\.ts/,
      use: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
    },
    { name: 'firefox', testMatch: FIREFOX, timeout: 60_000 },
    {
      name: 'round',
      testMatch: ROUND,
      dependencies: ['desktop', 'phone', 'no-js', 'firefox'],
      use: { viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'shares',
      testMatch: SHARES,
      dependencies: ['round'],
      use: { viewport: { width: 1280, height: 900 } },
    },
  ],
  webServer: {
    command: `"${server}" serve --demo --database-url "sqlite://${join(folder, 'e2e.sqlite')}" --addr 127.0.0.1:${port}`,
    // What the server writes beside itself stays in the same folder.
    cwd: folder,
    url: `${baseURL}/healthz`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    // Lets it finish its last write.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
