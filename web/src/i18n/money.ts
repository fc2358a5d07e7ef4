import { useTranslation } from 'react-i18next';

/** Integer cents in words: `2849` → “$28.49”. */
export function useMoney(): (cents: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language === 'es' ? 'es-US' : 'en-US', {
    style: 'currency',
    currency: 'USD',
  });
  return (cents) => format.format(cents / 100);
}
