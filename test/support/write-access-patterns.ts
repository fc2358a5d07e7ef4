import { writeFileSync } from 'node:fs';
import { measurePatterns, renderPatterns } from './access-patterns.ts';
import { startEngine } from './engine.ts';

const engine = await startEngine();
writeFileSync(
  new URL('../../docs/access-patterns.md', import.meta.url),
  renderPatterns(await measurePatterns(engine)),
);
await engine.stop();
