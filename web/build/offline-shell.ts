import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Modules whose chunks, with all they import, open without a connection; the rest of the app needs one anyway. */
const opened = [
  /src\/main\.tsx$/,
  /src\/app\/pages\/(more|callback|not-found|unexpected)-page\.tsx$/,
  /src\/features\/today\/today-page\.tsx$/,
  /src\/features\/visits\/(visit|log|cancel)-page\.tsx$/,
  /src\/features\/reflections\/reflection-page\.tsx$/,
  /src\/features\/waiting\/waiting-page\.tsx$/,
  /shared\/locales\/\w+\/(shell|problem|part|today|request|visit|hopes|sensitive|reflection|waiting|pay)\.ts$/,
];
const alsoKept = ['/index.html', '/config.json', '/icon.svg', '/manifest.webmanifest'];
const workerName = 'service-worker';

/**
 * Writes into the service worker which files belong to this release. The worker is one file without imports, so that
 * browsers that know no module workers take it too; its name carries no hash, because its address is its identity.
 */
export function offlineShell(): Plugin {
  return {
    name: 'porchlight:offline-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[`${workerName}.js`];
        if (worker?.type !== 'chunk') throw new Error('The service worker was not built');
        if (worker.imports.length > 0) throw new Error('The service worker must be one file');
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const kept = new Set<string>();
        for (const chunk of chunks) {
          const modules = [chunk.facadeModuleId ?? '', ...chunk.moduleIds];
          if (chunk !== worker && modules.some((id) => opened.some((pattern) => pattern.test(id))))
            withImports(chunk, bundle, kept);
        }
        const files = [...alsoKept, ...[...kept].sort().map((name) => `/${name}`)];
        // Hashed names tell their content; the shell itself names the hashed entry.
        const release = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
        worker.code = worker.code
          .replaceAll('RELEASE', JSON.stringify(release))
          .replaceAll('FILES', JSON.stringify(files));
      },
    },
  };
}

function withImports(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, kept: Set<string>): void {
  if (kept.has(chunk.fileName)) return;
  kept.add(chunk.fileName);
  for (const sheet of chunk.viteMetadata?.importedCss ?? []) kept.add(sheet);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') withImports(imported, bundle, kept);
  }
}
