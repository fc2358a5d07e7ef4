import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredLanguages } from '#shared/domain/roster/expected-languages.ts';
import { type ExpectedRow, faultsOf, type RowFault } from '#shared/domain/roster/expected-rows.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { useLanguageNames } from '../../i18n/language-names.ts';
import type { useDraftRows } from './use-draft-rows.ts';

const empty = { givenName: '', familyName: '', guardianName: '', phone: '', email: '', language: '' };
type Field = keyof typeof empty;

/** Where each fault is mended. */
const fieldOf: Partial<Record<RowFault, Field>> = {
  name_missing: 'givenName',
  name_long: 'givenName',
  guardian_missing: 'guardianName',
  guardian_long: 'guardianName',
  phone_unclear: 'phone',
  email_unclear: 'email',
  language_unknown: 'language',
};

/** One student, written by hand; judged by the same rules as a pasted row. */
export function OneStudentForm({ draft }: { draft: ReturnType<typeof useDraftRows> }) {
  const { t, i18n } = useTranslation('lists');
  const nameOf = useLanguageNames();
  const [form, setForm] = useState(empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const field = (name: Field) => ({
    value: form[name],
    error: errors[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
  });
  const languages = offeredLanguages
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  const submit = async () => {
    const trimmed = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, value.trim()]),
    ) as typeof empty;
    const { givenName, familyName, guardianName, phone, email, language } = trimmed;
    const row: ExpectedRow = {
      givenName,
      familyName,
      guardianName: guardianName || null,
      phone: phone || null,
      email: email.toLowerCase() || null,
      language: language || null,
    };
    const found = Object.fromEntries(
      faultsOf(row).map((fault) => [fieldOf[fault] ?? 'givenName', t(`fault.${fault}`)]),
    );
    setErrors(found);
    if (Object.keys(found).length === 0 && (await draft.add([row]))) setForm(empty);
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors}>
      <SideBySide>
        <TextField label={t('given')} maxLength={80} {...field('givenName')} />
        <TextField label={t('family')} maxLength={80} {...field('familyName')} />
      </SideBySide>
      <TextField label={t('adult')} maxLength={160} optional {...field('guardianName')} />
      <SideBySide>
        <TextField label={t('phone')} type="tel" maxLength={40} optional {...field('phone')} />
        <TextField label={t('email')} type="email" maxLength={254} optional {...field('email')} />
      </SideBySide>
      <SelectField
        label={t('language')}
        placeholder={t('languageNone')}
        options={languages}
        optional
        {...field('language')}
      />
      <Actions>
        <Button type="submit" pending={draft.looking}>
          {t('keepOne')}
        </Button>
      </Actions>
    </Form>
  );
}
