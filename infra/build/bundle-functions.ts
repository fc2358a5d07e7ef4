import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { allFunctions, type FunctionSpec } from '../functions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where bundles go: `<name>/index.mjs` for each function, and `meta.json` beside them. */
export const bundlesFolder = join(root, 'dist/functions');

// Some packages are CommonJS inside and call require for node's own modules.
const banner =
  "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);";

/** How every function is bundled; the benchmark bundles its yardstick in the same way. */
export const bundleOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: banner },
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** A module that a function imports while it runs is not part of its bundle but a file beside it. */
const besideTheBundle: Plugin = {
  name: 'beside-the-bundle',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, importer, path }) =>
      kind === 'dynamic-import' && importer.startsWith(join(root, 'functions'))
        ? { path: `./${basename(path, '.ts')}.mjs`, external: true }
        : undefined,
    );
  },
};

/** The files of one function, by where each goes and what it is made of. */
const filesOf = ({ name, entry, loadedWhenNeeded = [] }: FunctionSpec): [string, string][] => [
  [`${name}/index`, entry],
  ...loadedWhenNeeded.map((path): [string, string] => [`${name}/${basename(path, '.ts')}`, path]),
];

/** Thrown with the entries that the list of functions names and the disk has not. */
export class EntryMissing extends Error {
  override readonly name = 'EntryMissing';
}

/**
 * Bundles every function of the list in one pass, as it runs on Lambda and in the local host.
 * @param folder where the bundles go; whatever else is in it goes away.
 * @returns esbuild's metafile: bytes of each bundle and what they come from.
 * @throws EntryMissing when an entry file is not there; esbuild's own error when code does not compile.
 */
export async function bundleFunctions(folder: string = bundlesFolder): Promise<Metafile> {
  const missing = allFunctions.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    throw new EntryMissing(`No file for ${missing.map(({ entry }) => entry).join(', ')}.`);
  }
  removeStrangers(folder);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(allFunctions.flatMap(filesOf)),
    plugins: [besideTheBundle],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    ...bundleOptions,
    alias: {
      '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./lambda-credentials.ts', import.meta.url)),
    },
    metafile: true,
  });
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(metafile));
  return metafile;
}

/** A function that left the list must not stay in the next deployment's folder. */
function removeStrangers(bundles: string): void {
  mkdirSync(bundles, { recursive: true });
  const known = new Set(allFunctions.map(({ name }) => name));
  for (const folder of readdirSync(bundles, { withFileTypes: true })) {
    if (folder.isDirectory() && !known.has(folder.name)) {
      rmSync(join(bundles, folder.name), { recursive: true });
    }
  }
}

if (import.meta.main) {
  const { outputs } = await bundleFunctions();
  for (const [file, { bytes }] of Object.entries(outputs)) {
    if (file.endsWith('.mjs')) console.log(`${String(Math.ceil(bytes / 1024)).padStart(6)} KB  ${file}`);
  }
}
