import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useLanguageNames } from '../../i18n/language-names.ts';
import type { DraftRow, useDraftRows } from './use-draft-rows.ts';

interface DraftRowsProps {
  draft: ReturnType<typeof useDraftRows>;
  onSaid: (said: string) => void;
}

/** What is ready to be put on the list, to be looked at once more. */
export function DraftRows({ draft, onSaid }: DraftRowsProps) {
  const { t } = useTranslation('lists');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [saved, setSaved] = useState(0);
  const { rows, running, problem } = draft;
  const submit = async () => {
    if (running || rows.length === 0) return;
    const open = rows.filter(({ who }) => who === '');
    setErrors(Object.fromEntries(open.map(({ key }) => [key, t('mendWho')])));
    if (open.length > 0) return;
    const total = rows.length;
    const count = await draft.send();
    setSaved(count);
    if (count === total) onSaid(t('put_done', { count }));
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors}>
      {rows.length > 0 && (
        <Section title={t('ready')} hint={t('readyHint')}>
          <RecordsTable
            caption={t('ready')}
            records={rows}
            keyOf={({ key }) => key}
            columns={[
              {
                name: t('student'),
                cell: (row) => <Student row={row} draft={draft} error={errors[row.key]} />,
              },
              { name: t('reach'), cell: (row) => <Reach row={row} /> },
              {
                name: t('drop'),
                cell: (row) => (
                  <Button
                    look="quiet"
                    aria-label={t('dropOf', { name: nameOf(row) })}
                    onClick={() => draft.drop(row.key)}
                  >
                    {t('drop')}
                  </Button>
                ),
              },
            ]}
          />
        </Section>
      )}
      <ProblemAlert problem={problem} />
      <div role="status" className="pl-status">
        {running && (
          <p>{t('putting', { done: Math.min(draft.sentParts * 10, rows.length), total: rows.length })}</p>
        )}
        {!running && problem !== null && saved > 0 && <p>{t('putPart', { count: saved })}</p>}
      </div>
      {rows.length > 0 && (
        <Actions>
          <Button look="primary" type="submit" pending={running}>
            {t('put', { count: rows.length })}
          </Button>
        </Actions>
      )}
    </Form>
  );
}

const nameOf = ({ givenName, familyName }: DraftRow): string => `${givenName} ${familyName}`;

/** The name, and, where the school knows somebody of that name, who it is. */
function Student({
  row,
  draft,
  error,
}: {
  row: DraftRow;
  draft: DraftRowsProps['draft'];
  error: string | undefined;
}) {
  const { t } = useTranslation('lists');
  if (row.known.length === 0) return nameOf(row);
  return (
    <SelectField
      label={t('whoIs', { name: nameOf(row) })}
      help={t('whoIsHelp')}
      error={error}
      placeholder={t('whoIsChoose')}
      options={[
        ...row.known.map(({ studentId, grade }) => ({
          value: studentId,
          label: grade === null ? t('sameChild') : t('sameChildGrade', { grade }),
        })),
        { value: 'other', label: t('otherChild') },
      ]}
      value={row.who}
      onChange={(who) => draft.choose(row.key, who)}
    />
  );
}

function Reach({ row }: { row: DraftRow }) {
  const languageName = useLanguageNames();
  const { guardianName, phone, email, language } = row;
  const details = [phone, email, language === null ? null : languageName(language)].filter(
    (one) => one !== null,
  );
  if (guardianName === null && details.length === 0) return '–';
  return (
    <>
      {guardianName}
      {details.length > 0 && <span className="pl-cell-detail">{details.join(' · ')}</span>}
    </>
  );
}
