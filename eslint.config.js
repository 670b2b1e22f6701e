import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Import fences: one row per folder, what it may not import and why. */
const fence = (files, ignores, groups, message, extra = {}) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: groups, message }, ...(extra.patterns ?? [])], paths: extra.paths ?? [] },
    ],
  },
});
const onlyQueueImportsPg = {
  paths: [
    { name: 'pg', message: 'Only the queue module imports pg.' },
    { name: 'graphile-worker', message: 'Only the queue module imports graphile-worker.' },
  ],
};
const onlyChartsImportRecharts = [{ group: ['recharts', 'recharts/*'], message: 'Only app/charts imports Recharts.' }];

export default ts.config(
  { ignores: ['build', 'node_modules', '.data', 'db/migrations/meta'] },
  js.configs.recommended,
  ...ts.configs.strict,
  { files: ['**/*.tsx', 'app/**/*.ts'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  fence(
    ['app/domain/**'],
    [],
    ['#*', '~/*', 'react', 'react-dom', '@remix-run/*', 'drizzle-orm*', 'postgres', 'node:*', 'recharts'],
    'app/domain is pure: it imports nothing of ours, no framework, no I/O.',
  ),
  fence(
    ['db/**'],
    ['db/queue.ts'],
    ['#app/*', '#etl/*', '#tests/*', '@remix-run/*', 'react', '**/app/!(domain)/**'],
    'db may import #domain only.',
    onlyQueueImportsPg,
  ),
  fence(
    ['etl/**'],
    [],
    ['#app/*', '#tests/*', '@remix-run/*', 'react'],
    'etl may import #domain and #db only.',
    onlyQueueImportsPg,
  ),
  fence(
    ['app/**/*.{ts,tsx}'],
    [
      'app/**/*.server.ts',
      'app/domain/**',
      'app/charts/**',
      'app/routes/**',
      'app/server/**',
      'app/start/**',
      'app/access/cli.ts',
      'app/entry.server.tsx',
      'app/root.tsx',
    ],
    ['#db/*', '#etl/*', '#tests/*', 'node:*'],
    'Only *.server.ts files reach the database; pages take a view.',
    { patterns: onlyChartsImportRecharts, ...onlyQueueImportsPg },
  ),
  fence(
    ['app/**/*.server.ts'],
    [],
    ['#etl/*', '#tests/*', '#db/schema/*', '#db/migrate*'],
    '*.server.ts may import #domain, #db/reads, #db/writes and the client factory.',
    { patterns: onlyChartsImportRecharts, ...onlyQueueImportsPg },
  ),
  fence(
    ['app/routes/**'],
    [],
    ['#db/*', '#etl/*', '#tests/*', 'node:*'],
    'A route parses, calls one function, renders one page.',
    { patterns: onlyChartsImportRecharts },
  ),
  { files: ['app/routes/**'], rules: { 'max-lines': ['error', { max: 80 }] } },
  { files: ['db/schema/**', 'db/reference/**', 'app/domain/messages/**', 'tests/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['app/domain/**'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'window', 'document'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time is an argument.' }],
    },
  },
  {
    files: ['etl/cli/**', 'etl/cli.ts', 'db/cli.ts', 'tests/**', '*.ts', '*.js', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
);
