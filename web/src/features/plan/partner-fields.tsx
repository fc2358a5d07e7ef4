import { useTranslation } from 'react-i18next';
import { useReadList } from '../../app/api.tsx';
import { CertificateLine, useCertificateWords } from '../../components/certificate-line.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';

interface PartnerFieldsProps {
  label: string;
  help: string;
  schoolId: string;
  /** The day the certificates are read on. */
  day: string;
  /** The district allows a third person. */
  three: boolean;
  leadId: string;
  /** Who is in the team already. */
  known: readonly { personId: string; name: string }[];
  error: string | undefined;
  partner: string;
  second: string;
  onChange: (change: { partner?: string; second?: string }) => void;
}

/** Who comes along, each with what their certificate says on the day; whoever takes no part is left in peace (CP1). */
export function PartnerFields(props: PartnerFieldsProps) {
  const { label, help, schoolId, day, three, leadId, known, error, partner, second, onChange } = props;
  const { t } = useTranslation('plan');
  const certificateWords = useCertificateWords();
  const query = useReadList('listColleagues', { params: { schoolId }, query: { limit: 100 } });
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const listed = items
          .filter((colleague) => colleague.personId !== leadId)
          .map((colleague) => ({
            value: colleague.personId,
            label: `${colleague.name} · ${colleague.willing ? certificateWords(colleague.certificate, day) : t('notTakingPart')}`,
            disabled: !colleague.willing,
          }));
        const elsewhere = known
          .filter(({ personId }) => personId === partner || personId === second)
          .filter(({ personId }) => listed.every((one) => one.value !== personId))
          .map(({ personId, name }) => ({ value: personId, label: name }));
        const options = [...elsewhere, ...listed];
        const chosen = items.find((colleague) => colleague.personId === partner);
        if (options.length === 0) return <Notice>{t('noColleagues')}</Notice>;
        return (
          <>
            <SelectField
              label={label}
              help={help}
              error={error}
              placeholder={t('partnerChoose')}
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
                label={t('second')}
                optional
                placeholder={t('nobodyElse')}
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
