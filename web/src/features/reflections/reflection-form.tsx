import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { useDates } from '../../i18n/dates.ts';

const longest = 2_000;

/**
 * Two questions, hopes and one next step. Nothing asks about grades, behaviour or attendance (I11), and the help
 * keeps the protected topics out (I20). The words stay in memory only: a shared computer keeps no draft.
 */
export function ReflectionForm({ data }: { data: Answer<'getMyReflection'> }) {
  const { t } = useTranslation('reflection');
  const navigate = useNavigate();
  const dates = useDates();
  const { reflection, words } = data;
  const { visitId, studentId, givenName: name, version } = reflection;
  const [hopes, setHopes] = useState(words?.hopes ?? '');
  const [apply, setApply] = useState(words?.apply ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const saved = useRef(false);
  const unsaved = () => !saved.current && (hopes !== (words?.hopes ?? '') || apply !== (words?.apply ?? ''));
  useBlocker({
    shouldBlockFn: () => unsaved() && !window.confirm(t('leave')),
    enableBeforeUnload: unsaved,
  });
  const write = useCommand('writeReflection', {
    onDone: () => {
      saved.current = true;
      return navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'reflected' } });
    },
  });
  const submit = () => {
    if (apply.trim() === '') return setErrors({ apply: t('error') });
    setErrors({});
    write.send({
      params: { visitId, studentId },
      body: { words: { hopes: hopes.trim(), apply: apply.trim() }, rev: reflection.rev },
    });
  };
  return (
    <Card>
      <Form onSubmit={submit} errors={errors}>
        <p className="pl-hint">{t('leaveOut')}</p>
        <TextAreaField
          label={t('hopes', { name })}
          help={t('hopesHelp')}
          optional
          rows={5}
          maxLength={longest}
          value={hopes}
          onChange={setHopes}
        />
        <TextAreaField
          label={t('apply')}
          help={t('applyHelp')}
          error={errors['apply']}
          rows={4}
          maxLength={longest}
          value={apply}
          onChange={setApply}
        />
        <ProblemAlert problem={write.problem} />
        <Button look="primary" type="submit" wide pending={write.pending}>
          {t(version === 0 ? 'save' : 'saveAgain')}
        </Button>
        <p className="pl-hint">
          {version === 0 ? t('due', { day: dates.day(reflection.dueOn) }) : t('versions', { count: version })}
        </p>
      </Form>
    </Card>
  );
}
