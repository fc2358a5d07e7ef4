import type { UseCase } from '#functions/app/use-case.ts';
import { permissionsOf } from '#shared/domain/access/permissions.ts';

/** The signed-in person of the national office: all of it stands in the verified token. */
export const getNationalMe: UseCase<'getNationalMe'> = async (_, { name, roles }) => ({
  name,
  roles: [...roles],
  permissions: permissionsOf(roles),
});
