import { useTranslation } from 'react-i18next';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { Facts } from '../ui/facts.tsx';
import { draftOf } from './policy-draft.ts';

/** A policy in words. Needs the words of `policy`. */
export function PolicyFacts({ settings }: { settings: PolicySettings }) {
  const { t } = useTranslation('policy');
  const dates = useDates();
  const pay = usePayWords();
  const draft = draftOf(settings);
  const paid = settings.pay.kind !== 'unpaid';
  const due = t('facts.reflectionDue', { count: settings.reflectionDueBusinessDays });
  const clock = (time: string) => dates.timeOf(`2000-01-01T${time}:00Z`, 'UTC');
  return (
    <Facts
      items={[
        [t('facts.team'), t(`teamSize.${draft.team}`)],
        [t('facts.certified'), t(`certifiedCount.${draft.minCertified}`)],
        [
          t('facts.interpreter'),
          settings.interpreterCounts ? t('facts.interpreterCounts') : t('facts.interpreterExtra'),
        ],
        [t('facts.where'), settings.visitTypes.map((type) => t(`visitType.${type}`)).join(' · ')],
        [t('facts.certificate'), t('facts.months', { count: settings.certificateMonths })],
        [t('facts.recertify'), t('facts.recertifyFrom', { count: settings.recertifyMonths })],
        [t('facts.pay'), pay(settings.pay)],
        [
          t('facts.reflection'),
          paid && settings.reflectionBeforePay ? t('facts.reflectionFirst', { due }) : due,
        ],
        [t('facts.lookBack'), t('facts.lookBackAfter', { count: settings.lookBackDays })],
        [t('facts.claim'), paid ? t('facts.claimDue', { count: settings.claimDueDays }) : null],
        [
          t('facts.mail'),
          t('facts.mailHours', { from: clock(settings.mailFrom), until: clock(settings.mailUntil) }),
        ],
      ]}
    />
  );
}

function usePayWords(): (pay: PolicySettings['pay']) => string {
  const { t } = useTranslation('policy');
  const money = useMoney();
  return (pay) => {
    if (pay.kind === 'unpaid') return t('facts.payUnpaid');
    if (pay.kind === 'flat') {
      const rate = money(pay.cents);
      return pay.per === 'event' ? t('facts.payFlatEvent', { rate }) : t('facts.payFlatStudent', { rate });
    }
    const hours = (pay.hundredthsOfHour / 100).toFixed(2);
    const rate = money(pay.centsPerHour);
    return pay.per === 'event'
      ? t('facts.payHoursEvent', { hours, rate })
      : t('facts.payHoursStudent', { hours, rate });
  };
}
