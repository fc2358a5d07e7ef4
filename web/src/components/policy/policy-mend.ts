import { useTranslation } from 'react-i18next';

/** The sentence for each field of a policy that the server did not accept, by its path below `prefix`. */
export function usePolicyMend(prefix: string): Record<string, string> {
  const { t } = useTranslation('policy');
  const sentences = {
    minCertified: t('mend.certified'),
    visitTypes: t('mend.visitTypes'),
    certificateMonths: t('mend.certificateMonths'),
    recertifyMonths: t('mend.recertifyMonths'),
    'pay.cents': t('mend.flatDollars'),
    'pay.hundredthsOfHour': t('mend.hours'),
    'pay.centsPerHour': t('mend.dollarsPerHour'),
    reflectionDueBusinessDays: t('mend.reflectionDue'),
    lookBackDays: t('mend.lookBack'),
    claimDueDays: t('mend.claimDue'),
    mailFrom: t('mend.mail'),
    mailUntil: t('mend.mail'),
  };
  return Object.fromEntries(
    Object.entries(sentences).map(([path, sentence]) => [`${prefix}.${path}`, sentence]),
  );
}
