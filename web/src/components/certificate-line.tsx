import { useTranslation } from 'react-i18next';
import { certifiedOn } from '#shared/domain/person/certification.ts';
import type { Certificate } from '#shared/domain/person/model.ts';
import { useDates } from '../i18n/dates.ts';
import { Tag } from './ui/tag.tsx';

/** Whether a person is certified on a local day (I31), in words; `day` is `2026-11-22`. */
export function CertificateLine({ certificate, day }: { certificate: Certificate | null; day: string }) {
  const words = useCertificateWords();
  const said = words(certificate, day);
  if (certificate !== null && certifiedOn(certificate, day)) return <>{said}</>;
  return <Tag tone={certificate === null ? 'plain' : 'bad'}>{said}</Tag>;
}

export function useCertificateWords() {
  const { t } = useTranslation();
  const dates = useDates();
  return (certificate: Certificate | null, day: string): string => {
    if (certificate === null) return t('certificate.none');
    if (certifiedOn(certificate, day))
      return t('certificate.until', { day: dates.shortDay(certificate.expiresOn) });
    return day < certificate.issuedOn
      ? t('certificate.from', { day: dates.shortDay(certificate.issuedOn) })
      : t('certificate.expired', { day: dates.shortDay(certificate.expiresOn) });
  };
}
