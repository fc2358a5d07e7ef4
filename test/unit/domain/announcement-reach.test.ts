import { describe, expect, test } from 'vitest';
import { readByUnreachable, readersOf } from '#shared/domain/announcement/reach.ts';

const adult = (name: string, email: string | null, noContact = false) => ({ name, email, noContact });
const namesOf = (...adults: ReturnType<typeof adult>[]) => readersOf(adults).map(({ name }) => name);

describe('mail to a household', () => {
  test('goes to each address once', () => {
    const [ana, ben, leo] = [
      adult('Ana', 'home@x.example'),
      adult('Ben', ' HOME@x.example'),
      adult('Leo', null),
    ];
    expect(namesOf(ana, ben, leo)).toEqual(['Ana']);
  });

  test('never goes to an address that somebody reads whom nothing may reach', () => {
    const out = adult('Out', 'Home@x.example', true);
    expect(namesOf(adult('Ana', 'home@x.example'), adult('Ben', 'ben@x.example'), out)).toEqual(['Ben']);
  });

  test('is closed by no adult without an address', () => {
    const out = adult('Out', null, true);
    expect(readByUnreachable(adult('Leo', null), [out])).toBe(false);
    expect(namesOf(adult('Ana', 'home@x.example'), out)).toEqual(['Ana']);
  });
});
