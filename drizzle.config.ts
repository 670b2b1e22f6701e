import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './db/schema/access.ts',
    './db/schema/agreements.ts',
    './db/schema/facts.ts',
    './db/schema/reference.ts',
    './db/schema/runs.ts',
    './db/schema/staging.ts',
  ],
  out: './db/migrations',
});
