import { withoutLateEntries } from '#functions/app/families/without-late-entries.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { family, studentYear } from '#functions/data/entities/families.ts';
import { changeFamily as changed } from '#shared/domain/family/household.ts';
import { requireHousehold } from './require-household.ts';

/**
 * Changes a family's home language, or that nobody contacts it: the standing of each student says so too, and from
 * then on no list, letter, mail or reminder has this family.
 */
export const changeFamily: UseCase<'changeFamily'> = async ({ table }, context, { params, body }) => {
  const { familyId } = params;
  const { file, mayLift } = await requireHousehold(table, context, familyId);
  requireRev(file.family, body.rev, 'family');
  const { rev: _, ...change } = body;
  const toCome = change.doNotContact === true ? await withoutLateEntries(table, file.standings) : [];
  const after = changed(file.family, change, toCome, mayLift);
  const turned = after.doNotContact !== file.family.doNotContact;
  const event = turned
    ? after.doNotContact
      ? 'family.do_not_contact'
      : 'family.contact_allowed'
    : 'family.changed';
  const work = table.begin(event, familyId);
  const kept = work.update(family, file.family, after);
  if (turned)
    for (const standing of file.standings)
      work.update(studentYear, standing, { ...standing, doNotContact: after.doNotContact });
  return work.commit(kept);
};
