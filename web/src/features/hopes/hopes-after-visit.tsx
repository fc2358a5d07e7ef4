import type { Answer } from '#shared/contract/client.ts';
import { FamilyHopes } from './family-hopes.tsx';

/** After a first visit: the hopes of the children who were visited for the first time. */
export function HopesAfterVisit({ visit }: { visit: Answer<'getVisit'> }) {
  const { status, familyId, students } = visit;
  const firsts = students.filter(({ number }) => number === 1).map(({ studentId }) => studentId);
  const tookPlace = status === 'completed' || status === 'closed';
  return tookPlace && firsts.length > 0 ? <FamilyHopes familyId={familyId} studentIds={firsts} /> : null;
}
