import { useTranslation } from 'react-i18next';
import type { Args } from '#shared/contract/client.ts';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import type { SchoolRow } from './people-list.tsx';
import { SchoolsField } from './schools-field.tsx';

type Role = Args<'addPerson'>['body']['roles'][number];

/** What is kept of a person while it is being written. */
export interface PersonDraft {
  name: string;
  email: string;
  roles: Role[];
  schoolIds: string[];
  employeeId: string;
}

const roles: readonly Role[] = [
  'educator',
  'interpreter',
  'coordinator',
  'trainer',
  'district_admin',
  'payroll',
  'privacy_officer',
];

interface PersonFieldsProps {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  errors: Readonly<Record<string, string>>;
  schools: readonly SchoolRow[];
  /** Why mail to the present address stopped. */
  mailHelp?: string | undefined;
  /** The employee number can be set once the person is there. */
  withEmployeeId?: boolean;
}

export function PersonFields(props: PersonFieldsProps) {
  const { draft, onChange, errors, schools, mailHelp, withEmployeeId } = props;
  const { t } = useTranslation('district');
  const { t: shell } = useTranslation();
  return (
    <>
      <TextField
        label={t('people.name')}
        error={errors['name']}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={160}
      />
      <TextField
        label={t('people.email')}
        type="email"
        help={mailHelp ?? t('people.emailHelp')}
        error={errors['email']}
        value={draft.email}
        onChange={(email) => onChange({ ...draft, email })}
        maxLength={254}
        optional
      />
      <CheckboxesField
        label={t('people.roles')}
        error={errors['roles']}
        columns="wide"
        choices={roles.map((value) => ({
          value,
          label: shell(`role.${value}`),
          detail: t(`people.roleHelp.${value}`),
        }))}
        value={draft.roles}
        onChange={(chosen) => onChange({ ...draft, roles: chosen })}
      />
      <SchoolsField
        schools={schools}
        value={draft.schoolIds}
        onChange={(schoolIds) => onChange({ ...draft, schoolIds })}
        error={errors['schoolIds']}
      />
      {withEmployeeId === true && (
        <SideBySide>
          <TextField
            label={t('people.employeeId')}
            help={t('people.employeeIdHelp')}
            error={errors['employeeId']}
            value={draft.employeeId}
            onChange={(employeeId) => onChange({ ...draft, employeeId })}
            maxLength={40}
            optional
          />
        </SideBySide>
      )}
    </>
  );
}

/** The sentence for each field that the server did not accept. */
export function usePersonMend(): Record<string, string> {
  const { t } = useTranslation('district');
  return {
    name: t('people.mendName'),
    email: t('people.mendEmail'),
    schoolIds: t('people.mendSchools'),
    employeeId: t('people.mendEmployeeId'),
  };
}
