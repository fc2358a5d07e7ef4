import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMoney } from '../../i18n/money.ts';

type Claim = Pick<Answer<'submitClaim'>, 'rule' | 'units'>;

/** How an amount was worked out, in words: “1.00 h at $28.49 for each visit”. Needs the words of `pay`. */
export function useRuleWords(): (claim: Claim) => string {
  const { t } = useTranslation('pay');
  const money = useMoney();
  return ({ rule, units }) => {
    if (rule.kind === 'unpaid') return t('rule.unpaid');
    if (rule.kind === 'flat') {
      const rate = money(rule.cents);
      return rule.per === 'event'
        ? t('rule.flatEvent', { rate })
        : t('rule.flatStudent', { rate, count: units });
    }
    const rate = money(rule.centsPerHour);
    const hours = (rule.hundredthsOfHour / 100).toFixed(2);
    return rule.per === 'event'
      ? t('rule.hoursEvent', { hours, rate })
      : t('rule.hoursStudent', { hours, rate, count: units });
  };
}
