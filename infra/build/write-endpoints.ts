import { writeFileSync } from 'node:fs';
import { routeList } from '#shared/contract/contract.ts';

/**
 * Renders the method and path of each route without its schemas, so that the browser does not carry zod. Pages are
 * no part of it: nothing but a browser's own links and forms opens them.
 */
export function renderEndpoints(): string {
  const lines = routeList
    .filter(({ answers }) => answers === undefined)
    .map(({ id, method, path }) => `  ${id}: ['${method}', '${path}'],`);
  return `// Written by \`npm run generate\` from the contract; a test fails when it is out of date.\nexport const endpoints = {\n${lines.join('\n')}\n} as const;\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../../shared/contract/endpoints.generated.ts', import.meta.url), renderEndpoints());
}
