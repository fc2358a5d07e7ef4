import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideBySide } from '../../components/ui/form.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { usePlaceNames } from '../../i18n/place-names.ts';
import type { DistrictDraft } from './new-district-form.tsx';
import { stateCodes, usualZone, zones } from './time-zones.ts';

interface DistrictFieldsProps {
  draft: DistrictDraft;
  onChange: (draft: DistrictDraft) => void;
  errors: Readonly<Record<string, string>>;
}

/** Name, state and time zone. The zone follows the state until somebody chooses it. */
export function DistrictFields({ draft, onChange, errors }: DistrictFieldsProps) {
  const { t, i18n } = useTranslation('national');
  const place = usePlaceNames();
  const [zoneChosen, setZoneChosen] = useState(false);
  const options = stateCodes
    .map((value) => ({ value, label: place.state(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <>
      <TextField
        label={t('createPage.name')}
        help={t('createPage.nameHelp')}
        error={errors['name']}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={120}
      />
      <SideBySide>
        <SelectField
          label={t('createPage.state')}
          placeholder={t('createPage.chooseState')}
          error={errors['state']}
          options={options}
          value={draft.state}
          onChange={(chosen) =>
            onChange({
              ...draft,
              state: chosen,
              timeZone: zoneChosen || chosen === '' ? draft.timeZone : usualZone(chosen),
            })
          }
        />
        <SelectField
          label={t('createPage.timeZone')}
          help={t('createPage.timeZoneHelp')}
          placeholder={t('mend.timeZone')}
          error={errors['timeZone']}
          options={zones.map((value) => ({ value, label: place.zone(value) }))}
          value={draft.timeZone}
          onChange={(timeZone) => {
            setZoneChosen(true);
            onChange({ ...draft, timeZone });
          }}
        />
      </SideBySide>
    </>
  );
}
