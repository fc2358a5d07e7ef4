import { useTranslation } from 'react-i18next';
import { useReadList } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { CertificateLine, useCertificateWords } from '../../components/certificate-line.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';

interface PartnerFieldsProps {
  schoolId: string;
  /** The day the certificates are read on. */
  day: string;
  /** The district allows a third person. */
  three: boolean;
  error: string | undefined;
  partner: string;
  second: string;
  onChange: (change: { partner?: string; second?: string }) => void;
}

/** Who comes along, each with what their certificate says on the day of the visit. */
export function PartnerFields({
  schoolId,
  day,
  three,
  error,
  partner,
  second,
  onChange,
}: PartnerFieldsProps) {
  const { t } = useTranslation('family');
  const { personId } = useMe();
  const certificateWords = useCertificateWords();
  const query = useReadList('listColleagues', { params: { schoolId }, query: { limit: 100 } });
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const options = items
          .filter((colleague) => colleague.personId !== personId)
          .map((colleague) => ({
            value: colleague.personId,
            label: `${colleague.name} · ${colleague.willing ? certificateWords(colleague.certificate, day) : t('schedule.notTakingPart')}`,
            disabled: !colleague.willing,
          }));
        const chosen = items.find((colleague) => colleague.personId === partner);
        if (options.length === 0) return <Notice>{t('schedule.noColleagues')}</Notice>;
        return (
          <>
            <SelectField
              label={t('schedule.partner')}
              help={t('schedule.partnerHelp')}
              error={error}
              placeholder={t('schedule.partnerChoose')}
              options={options}
              value={partner}
              onChange={(value) => onChange({ partner: value })}
            />
            {chosen !== undefined && (
              <p>
                {chosen.name}: <CertificateLine certificate={chosen.certificate} day={day} />
              </p>
            )}
            {three && (
              <SelectField
                label={t('schedule.second')}
                help={t('schedule.secondHelp')}
                optional
                placeholder={t('schedule.nobodyElse')}
                options={options.filter((option) => option.value !== partner)}
                value={second === partner ? '' : second}
                onChange={(value) => onChange({ second: value })}
              />
            )}
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
