import { defineConfig } from 'prisma/config';

// No database address: `generate` needs none, and migrations run through @congvu/prisma/migrate (stack.md), not this CLI.
export default defineConfig({
  schema: 'models',
  migrations: { path: 'migrations' },
});
