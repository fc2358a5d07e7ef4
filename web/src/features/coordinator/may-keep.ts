import type { Answer } from '#shared/contract/client.ts';
import type { Me } from '../../app/session.tsx';

type Training = Pick<Answer<'getTraining'>, 'schoolId' | 'kind'>;

/**
 * Whether the reader changes a training and writes down who was there: the district any, a coordinator those of the own
 * schools and of the whole district, a trainer those of the own schools. The server decides again.
 */
export function mayKeep({ permissions, roles, schools }: Me, { schoolId, kind }: Training): boolean {
  const own = schools.some((school) => school.schoolId === schoolId);
  if (permissions.includes('training:manage'))
    return own || schoolId === null || roles.includes('district_admin');
  return permissions.includes('training:record') && own && kind !== 'trainer';
}
