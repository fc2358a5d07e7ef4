import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip, Chips } from '../../components/ui/chips.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import type { SchoolRow } from './people-list.tsx';

interface SchoolsFieldProps {
  schools: readonly SchoolRow[];
  value: readonly string[];
  onChange: (schoolIds: string[]) => void;
  error: string | undefined;
}

/** The schools of a person. A district may have hundreds, so they are added from a list one by one. */
export function SchoolsField({ schools, value, onChange, error }: SchoolsFieldProps) {
  const { t } = useTranslation('district');
  const nameOf = (id: string) => schools.find((school) => school.schoolId === id)?.name ?? id;
  const others = schools.filter((school) => !value.includes(school.schoolId));
  return (
    <>
      <Chips label={t('people.schools')} none={t('people.schoolsNone')} error={error}>
        {value.map((id) => (
          <Chip
            key={id}
            icon={<IconX size={16} aria-hidden />}
            removeLabel={t('people.schoolRemove', { school: nameOf(id) })}
            onRemove={() => onChange(value.filter((other) => other !== id))}
          >
            {nameOf(id)}
          </Chip>
        ))}
      </Chips>
      {others.length > 0 && (
        <SelectField
          label={t('people.schoolAdd')}
          placeholder={t('people.schoolChoose')}
          options={others.map((school) => ({ value: school.schoolId, label: school.name }))}
          value=""
          onChange={(id) => {
            if (id !== '') onChange([...value, id]);
          }}
          optional
        />
      )}
    </>
  );
}
