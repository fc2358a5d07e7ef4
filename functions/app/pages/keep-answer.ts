import { family as familyEntity, invitation, studentYear } from '#functions/data/entities/families.ts';
import type { FamilyPageFile } from '#functions/data/repositories/families.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { withInvitation } from '#shared/domain/family/invitation.ts';
import { type Invitation, LanguageTag, type StudentYear } from '#shared/domain/family/model.ts';

interface Answered {
  readonly invitation: Invitation;
  readonly doNotContact: boolean;
  /** The language that was chosen on the page, as its address says it. */
  readonly language?: string | undefined;
  /** Standings that the same step changed otherwise, such as by a cancelled visit. */
  readonly students?: readonly StudentYear[];
}

/** Writes what the family answered, on its invitation, on itself, and on the standing of each of its students. */
export function keepAnswer(work: UnitOfWork, file: FamilyPageFile, after: Answered): void {
  const { doNotContact, students = [] } = after;
  if (file.invitation === undefined) work.create(invitation, after.invitation);
  else work.update(invitation, file.invitation, after.invitation);
  // What staff know of the home's language stands; nobody knew any, and the family reads in this one.
  const language = file.family.language ?? LanguageTag.safeParse(after.language).data ?? null;
  if (file.family.doNotContact !== doNotContact || file.family.language !== language)
    work.update(familyEntity, file.family, { ...file.family, doNotContact, language });
  else work.unchanged(familyEntity, file.family);
  for (const before of file.standings) {
    const now = students.find(({ studentId }) => studentId === before.studentId) ?? before;
    const [next] = withInvitation([now], after.invitation);
    if (next !== undefined) work.update(studentYear, before, { ...next, doNotContact });
  }
}
