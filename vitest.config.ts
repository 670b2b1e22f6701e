import { defineConfig } from 'vitest/config';

// Kept apart from vite.config.ts: the Remix plugin breaks component tests.
const esbuild = { jsx: 'automatic' } as const;
const env = { TZ: 'America/Los_Angeles' }; // inconvenient on purpose: nothing may lean on the machine's zone
// Whole processes and loads run in tests, and what a test waits for comes when it comes: a busy machine of two cores takes its time.
const patient = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        esbuild,
        test: {
          name: 'domain',
          env,
          include: ['tests/app/domain/**/*.test.ts'],
          setupFiles: ['tests/setup/console.ts'],
          ...patient,
        },
      },
      {
        esbuild,
        test: {
          name: 'ui',
          env,
          environment: 'happy-dom',
          // All of the app that is neither a pure rule nor wants the database.
          include: ['tests/app/**/*.test.{ts,tsx}'],
          exclude: ['tests/app/domain/**', 'tests/**/*.server.test.ts'],
          setupFiles: ['tests/setup/console.ts'],
          ...patient,
        },
      },
      {
        esbuild,
        test: {
          name: 'db',
          env,
          include: [
            'tests/db/**/*.test.ts',
            'tests/etl/**/*.test.ts',
            'tests/app/**/*.server.test.ts',
            'tests/access/**/*.test.ts',
            'tests/project/**/*.test.ts',
          ],
          globalSetup: ['tests/setup/postgres.ts'],
          setupFiles: ['tests/setup/console.ts'],
          ...patient,
        },
      },
    ],
  },
});
