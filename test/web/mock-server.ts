import { startMockServer } from './support/mock-server.ts';
import { educatorAnswers } from './support/sample-educator.ts';
import { sampleDistrictId } from './support/sample-people.ts';

// For a development server in front: `node test/web/mock-server.ts`, then `npx vite web`.
const server = await startMockServer({
  port: 4173,
  persona: { district: sampleDistrictId, roles: ['educator'] },
  answers: educatorAnswers(),
});
process.stdout.write(`The mock server answers at ${server.url}\n`);
