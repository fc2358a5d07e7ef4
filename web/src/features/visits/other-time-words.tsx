import { useTranslation } from 'react-i18next';

/** The family asked for another time on its own page; the hour stands until the plan is changed. */
export function OtherTimeWords() {
  const { t } = useTranslation('request');
  return (
    <>
      <h2>{t('otherTime.title')}</h2>
      <p>{t('otherTime.hint')}</p>
    </>
  );
}
