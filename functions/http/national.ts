import { createDistrict } from '#functions/app/national/create-district.ts';
import { getDistrict } from '#functions/app/national/get-district.ts';
import { getNationalMe } from '#functions/app/national/get-national-me.ts';
import { inviteDistrictAdmin } from '#functions/app/national/invite-district-admin.ts';
import { listDistricts } from '#functions/app/national/list-districts.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { nationalRoutes } from '#shared/contract/routes/national.ts';

export const handler = httpHandler(
  nationalRoutes,
  { getNationalMe, createDistrict, inviteDistrictAdmin, listDistricts, getDistrict },
  {},
);
