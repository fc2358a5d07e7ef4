import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The folders whose single files take up to a minute, the longest first. */
const long = ['/test/simulation/', '/test/e2e/', '/test/web/'];

/** On a fresh machine nobody knows yet how long a file takes; a long one begun last would leave a core idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((folder) => moduleId.includes(folder));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
