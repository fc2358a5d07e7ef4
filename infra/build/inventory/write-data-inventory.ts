import { writeFileSync } from 'node:fs';
import { childrenAndFamilies } from './children-and-families.ts';
import { classLists } from './class-lists.ts';
import { machinery } from './machinery.ts';
import { schools } from './schools.ts';
import { staffAndDistrict } from './staff-and-district.ts';

/** Every entity with the class of each of its fields. */
export const classification = [
  ...childrenAndFamilies,
  ...classLists,
  ...schools,
  ...staffAndDistrict,
  ...machinery,
];

/** Every data element the product keeps, as a district's privacy officer needs it listed. */
export function renderDataInventory(): string {
  const sections = classification.map(({ type, handling, fields }) => {
    const rows = Object.entries(fields).map(
      ([sensitivity, names]) => `| ${sensitivity} | ${names.join(', ')} |`,
    );
    return `## ${type}\n\nSeen by: ${handling.seenBy}. Kept: ${handling.kept}.\n\n| sensitivity | fields |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Data inventory

Written by \`npm run generate\` from the schemas: a field without a class does not compile, and a test fails when
this page is out of date. *sensitive*: about a child or family, or private words. *personal*: about a member of
staff. *work*: facts of the program. *technical*: ids, versions, leases.

Never kept, because no schema has a field for it: home addresses, birthdays, sex, race, ethnicity, disability,
meal status, grades, behaviour, attendance, photographs, passwords. Every item also carries when and by whom it was
created and last changed.

${sections.join('\n')}`;
}

if (import.meta.main) {
  writeFileSync(new URL('../../../docs/data-inventory.md', import.meta.url), renderDataInventory());
}
