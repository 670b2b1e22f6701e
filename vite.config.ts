import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig)],
  build: { target: 'es2022' },
  // The server's own: the browser never gets them, and the development server must not try to bundle them for it.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'postgres', 'drizzle-orm'] },
});
