import { defineConfig } from 'drizzle-kit';

// `npm run migration` compares db/tables.ts with the last snapshot and writes the next migration.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/tables.ts',
  out: './db/migrations',
  casing: 'snake_case',
  strict: true,
});
