/** Writes the cloud assembly that the local host runs. A process of its own: it needs much memory, and only once. */
import { synthesize } from '#infra/build/synth.ts';
import { readStage } from '#infra/stages.ts';

// The checks of `npm run synth` and of the tests have judged this template already.
synthesize(readStage('local', {}), { checks: false });
