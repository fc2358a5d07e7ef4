import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';

/** School years, every policy version and the fund. */
export const getSettings: UseCase<'getSettings'> = async ({ table }) => {
  const { district, schoolYears, policies, funds } = await readSettings(table);
  const [fund] = funds;
  return {
    district,
    schoolYears: [...schoolYears],
    policies: [...policies],
    fund: { name: fund?.name ?? '', accountCode: fund?.accountCode ?? '' },
  };
};
