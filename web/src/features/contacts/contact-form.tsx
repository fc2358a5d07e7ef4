import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';
import { useMe } from '../../app/session.tsx';
import { ProtectedAreasNote } from '../../components/protected-areas-note.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { CheckboxField, RadioField } from '../../components/ui/choice-fields.tsx';
import { DateField } from '../../components/ui/date-field.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextField } from '../../components/ui/text-field.tsx';

type Contact = Answer<'listContacts'>['items'][number];
/** What the form gives: everything a new entry needs. */
export type ContactDraft = Pick<Contact, 'with' | 'how' | 'direction' | 'line' | 'on' | 'askedForVisit'>;

const elsewhere = 'other';

interface ContactFormProps {
  /** Adults of the family who may be reached, as first choices. */
  adults: readonly string[];
  /** An entry to correct; its day stays. */
  entry?: Contact;
  pending: boolean;
  problem: Problem | null;
  onSave: (draft: ContactDraft) => void;
  onCancel: () => void;
}

/** With whom, how, in which direction, and one line: most of it is chosen already. */
export function ContactForm({ adults, entry, pending, problem, onSave, onCancel }: ContactFormProps) {
  const { t } = useTranslation('contact');
  const { today } = useMe();
  const known = entry === undefined || adults.includes(entry.with);
  const [person, setPerson] = useState(known ? (entry?.with ?? adults[0] ?? elsewhere) : elsewhere);
  const [name, setName] = useState(known ? '' : (entry?.with ?? ''));
  const [how, setHow] = useState<ContactDraft['how']>(entry?.how ?? 'phone');
  const [direction, setDirection] = useState<ContactDraft['direction']>(entry?.direction ?? 'to_family');
  const [line, setLine] = useState(entry?.line ?? '');
  const [on, setOn] = useState(entry?.on ?? today);
  const [askedForVisit, setAsked] = useState(entry?.askedForVisit ?? false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const withWhom = person === elsewhere ? name.trim() : person;
  const submit = () => {
    const wrong = {
      ...(withWhom === '' ? { with: t('errors.with') } : {}),
      ...(line.trim() === '' ? { line: t('errors.line') } : {}),
      ...(on === '' || on > today ? { on: t('errors.on') } : {}),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length === 0)
      onSave({ with: withWhom, how, direction, line: line.trim(), on, askedForVisit });
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      {adults.length > 0 && (
        <RadioField
          label={t('with')}
          columns="wide"
          choices={[...adults, elsewhere].map((value) => ({
            value,
            label: value === elsewhere ? t('somebodyElse') : value,
          }))}
          value={person}
          onChange={setPerson}
        />
      )}
      {person === elsewhere && (
        <TextField
          label={t('withName')}
          error={errors['with']}
          maxLength={160}
          value={name}
          onChange={setName}
        />
      )}
      <RadioField
        label={t('how')}
        columns
        choices={(['phone', 'text', 'in_person', 'email'] as const).map((value) => ({
          value,
          label: t(`way.${value}`),
        }))}
        value={how}
        onChange={setHow}
      />
      <RadioField
        label={t('from')}
        columns
        choices={(['to_family', 'from_family'] as const).map((value) => ({
          value,
          label: t(`direction.${value}`),
        }))}
        value={direction}
        onChange={setDirection}
      />
      <TextField
        label={t('line')}
        help={t('lineHelp')}
        error={errors['line']}
        maxLength={300}
        value={line}
        onChange={setLine}
      />
      <ProtectedAreasNote texts={[line]} />
      {entry === undefined && (
        <>
          <CheckboxField
            label={t('asked')}
            detail={t('askedHelp')}
            value={askedForVisit}
            onChange={setAsked}
          />
          <DateField label={t('on')} error={errors['on']} max={today} value={on} onChange={setOn} />
        </>
      )}
      <ProblemAlert problem={problem} />
      <Actions>
        <Button type="submit" pending={pending}>
          {t(entry === undefined ? 'save' : 'saveChanges')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
