import { measureScale } from './capacity-at-scale.ts';
import { measureFamilyPages } from './family-page.ts';
import { measureInit } from './function-init.ts';
import { measureOverhead } from './handler-overhead.ts';
import { measureLogging } from './log-a-visit.ts';
import { measureUseCases } from './use-case-cost.ts';

/** `npm run bench`: tables to read, or with `--json` one object. Times are of this machine; ratios travel. */
const asJson = process.argv.includes('--json');

const init = await measureInit();
const useCases = await measureUseCases();
const overhead = await measureOverhead();
const logging = await measureLogging();
const familyPages = await measureFamilyPages();
const scale = await measureScale([1, 1_000, 100_000]);

if (asJson) console.log(JSON.stringify({ init, useCases, overhead, logging, familyPages, scale }));
else {
  console.log('\nStart of each function, as a multiple of a bare lib-dynamodb function');
  console.table(
    init.map(({ name, kilobytes, milliseconds, ratio }) => ({
      function: name,
      KB: kilobytes,
      ms: Math.round(milliseconds),
      ratio: Number(ratio.toFixed(2)),
    })),
  );
  console.log('\nWhat each use case asks of the table, warm');
  console.table(useCases);
  console.log('\nA page through the whole handler, as a multiple of its bare SDK Query');
  console.table(
    overhead.map(({ route, handlerMilliseconds, rawMilliseconds, ratio }) => ({
      route,
      handler: Number(handlerMilliseconds.toFixed(2)),
      raw: Number(rawMilliseconds.toFixed(2)),
      ratio: Number(ratio.toFixed(2)),
    })),
  );
  console.log('\nCapacity units of each command in a district with so many visits (read + write)');
  const commands = [...new Set(scale.map(({ command }) => command))];
  console.table(
    commands.map((command) => ({
      command,
      ...Object.fromEntries(
        scale
          .filter((figure) => figure.command === command)
          .map(({ visits, read, write }) => [`${visits} visits`, `${read} + ${write}`]),
      ),
    })),
  );
  console.log('\nFrom opening the app to a logged visit, on a phone six times slower than this machine');
  console.table(logging);
  console.log('\nA family’s page on a phone six times slower, at 400 kbit/s and 400 ms');
  console.table(familyPages);
}
process.exit(0);
