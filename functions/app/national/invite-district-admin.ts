import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { nationalDistrict } from '#functions/data/entities/national.ts';
import { keys } from '#functions/data/keys.ts';

/** Invites an administrator; the account and the mail are made inside the district by a task. */
export const inviteDistrictAdmin: UseCase<'inviteDistrictAdmin'> = async (
  { table },
  _,
  { params: { districtId }, body: { name, email } },
) => {
  const district = await table.get(nationalDistrict, {
    pk: keys.national.districts,
    sk: keys.district(districtId),
  });
  if (district === undefined) throw notFound('district');
  const work = table.begin('district_admin.invited', districtId);
  work.message({ kind: 'invite_district_admin', districtId, name, email });
  return work.commit({ invited: true as const });
};
