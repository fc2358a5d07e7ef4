import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keys } from '#functions/data/keys.ts';

test('a name of any characters and length makes a key that can be stored, and forges no delimiter', () => {
  const name = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(fc.oneof(name, fc.constant(`a${'🙂'.repeat(60)}`)), (text) => {
      const key = keys.byName(text, 'stu_1');
      expect(key.isWellFormed()).toBe(true);
      expect(key.split('#')).toHaveLength(2);
    }),
  );
});
