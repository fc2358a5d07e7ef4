import { useTranslation } from 'react-i18next';

/** Whole numbers and shares in the reader's way of writing them: `10282` → “10,282”, `0.43` → “43%”. */
export function useNumbers() {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'es' ? 'es-US' : 'en-US';
  const whole = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (value: number): string => whole.format(value),
    percent: (value: number): string => share.format(value),
  };
}
