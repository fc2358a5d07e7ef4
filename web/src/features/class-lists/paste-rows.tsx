import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PastedRows, readPastedRows } from '#shared/domain/roster/expected-rows.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { FilesField } from '../../components/ui/files-field.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { useNames } from '../../i18n/names.ts';
import { useNumbers } from '../../i18n/numbers.ts';
import type { useDraftRows } from './use-draft-rows.ts';

/** Rows from a spreadsheet. What was understood moves on; what was not stays in the field, word for word. */
export function PasteRows({ draft }: { draft: ReturnType<typeof useDraftRows> }) {
  const { t } = useTranslation('lists');
  const [text, setText] = useState('');
  const [read, setRead] = useState<PastedRows | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const take = async () => {
    if (text.trim() === '') return setErrors({ rows: t('readNone') });
    setErrors({});
    const rows = readPastedRows(text);
    if (rows.students.length > 0 && !(await draft.add(rows.students))) return;
    setRead(rows);
    setText(rows.left);
  };
  const open = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    try {
      setText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
      setErrors({});
    } catch {
      setErrors({ file: t('fileUnreadable') });
    }
  };
  return (
    <Form onSubmit={() => void take()} errors={errors}>
      <TextAreaField
        label={t('paste')}
        help={t('pasteHelp')}
        error={errors['rows']}
        value={text}
        onChange={setText}
        rows={8}
        maxLength={200_000}
      />
      <FilesField
        label={t('file')}
        help={t('fileHelp')}
        error={errors['file']}
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(files) => void open(files)}
      />
      <div role="status" className="pl-status">
        {read !== null && <WhatWasRead read={read} />}
      </div>
      <Actions>
        <Button type="submit" pending={draft.looking}>
          {t('read')}
        </Button>
      </Actions>
    </Form>
  );
}

function WhatWasRead({ read }: { read: PastedRows }) {
  const { t } = useTranslation('lists');
  const names = useNames();
  const { number } = useNumbers();
  const { students, faulty, ignored } = read;
  return (
    <>
      {students.length > 0 && <Notice tone="good">{t('taken', { count: students.length })}</Notice>}
      {faulty.length > 0 && (
        <Notice tone="bad">
          <p>{t('faulty', { count: faulty.length })}</p>
          <ul>
            {faulty.map((row) => (
              <li key={row.line}>
                <strong>{t('line', { line: number(row.line) })}</strong>{' '}
                <span className="pl-verbatim">{row.text}</span>
                <br />
                {row.faults.map((fault) => t(`fault.${fault}`)).join(' ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {ignored.length > 0 && <Notice>{t('ignored', { columns: names.all(ignored) })}</Notice>}
    </>
  );
}
