import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineShell } from './build/offline-shell.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `vite` sends what only a host can answer; set it to a running local host or to the tests' mock server. */
const host = process.env['PORCHLIGHT_HOST'] ?? 'http://localhost:4173';
const proxied = Object.fromEntries(
  ['/api', '/oidc', '/_local', '/config.json'].map((path) => [path, { target: host, changeOrigin: false }]),
);

/** Tells an answer that a phone keeps from one of another release; a test holds the document to the contract. */
const contractDigest = createHash('sha256')
  .update(readFileSync(here('../docs/openapi.json')))
  .digest('hex')
  .slice(0, 12);

export default defineConfig({
  root: here('.'),
  plugins: [react(), offlineShell()],
  define: { 'import.meta.env.CONTRACT_DIGEST': JSON.stringify(contractDigest) },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The pages are served with `script-src 'self'; style-src 'self'`: nothing may be written into the document.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      input: { main: here('index.html'), 'service-worker': here('src/service-worker/worker.ts') },
      output: {
        hashCharacters: 'base36',
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { host: '127.0.0.1', proxy: proxied },
});
