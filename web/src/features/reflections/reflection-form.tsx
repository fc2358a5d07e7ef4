import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useKeptCommand } from '../../app/offline/use-kept-command.ts';
import { useMe } from '../../app/session.tsx';
import { ProtectedAreasNote } from '../../components/protected-areas-note.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { useDates } from '../../i18n/dates.ts';
import { OfferedWords } from './offered-words.tsx';
import { longestAnswer, Prompts } from './prompts.tsx';
import { useReflectionForm } from './use-reflection-form.ts';

/**
 * Prompts along the seven shifts and one thing to try in class. Nothing asks about grades, behaviour or attendance
 * (I11); the help and a gentle note keep the protected areas out (I20).
 */
export function ReflectionForm({ data }: { data: Answer<'getMyReflection'> }) {
  const { t } = useTranslation('reflection');
  const navigate = useNavigate();
  const dates = useDates();
  const { today } = useMe();
  const { reflection, offered } = data;
  const { visitId, studentId, givenName: name, version } = reflection;
  const params = { visitId, studentId };
  const form = useReflectionForm(data);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const saved = useRef(false);
  const unsaved = () => !saved.current && form.changed();
  useBlocker({
    shouldBlockFn: () => unsaved() && !window.confirm(t('leave')),
    enableBeforeUnload: unsaved,
  });
  const write = useKeptCommand('writeReflection', {
    onDone: (kept) => {
      saved.current = true;
      return navigate({
        to: '/visits/$visitId',
        params: { visitId },
        ...(kept === 'sent' ? { state: { said: 'reflected' } } : {}),
      });
    },
  });
  const submit = () => {
    const words = form.written();
    if (words.apply === '') return setErrors({ apply: t('error') });
    setErrors({});
    write.send(
      { params, body: { words, together: form.together, rev: reflection.rev } },
      { title: t('title', { name }), lines: [...words.answers.map(({ text }) => text), words.apply] },
    );
  };
  return (
    <>
      {offered.map((offer) => (
        <OfferedWords
          key={offer.personId}
          offer={offer}
          reflection={reflection}
          onTaken={() => {
            saved.current = true;
          }}
        />
      ))}
      <Card>
        <Form onSubmit={submit} errors={errors}>
          {offered.length > 0 && <h2>{t('offer.own')}</h2>}
          <p className="pl-hint">{t('leaveOut')}</p>
          <Prompts name={name} form={form} />
          <TextAreaField
            label={t('apply')}
            help={t('applyHelp')}
            error={errors['apply']}
            rows={3}
            maxLength={longestAnswer}
            value={form.apply}
            onChange={form.setApply}
          />
          <ProtectedAreasNote texts={[...form.answers.values(), form.apply]} />
          <CheckboxField
            label={t('together')}
            detail={t('togetherHelp')}
            value={form.together}
            onChange={form.setTogether}
          />
          <ProblemAlert problem={write.problem} />
          <Button
            look={offered.length > 0 ? 'secondary' : 'primary'}
            type="submit"
            wide
            pending={write.pending}
          >
            {t(version === 0 ? 'save' : 'saveAgain')}
          </Button>
          <p className="pl-hint">
            {version === 0
              ? t(reflection.dueOn < today ? 'wasDue' : 'due', { day: dates.day(reflection.dueOn) })
              : t('versions', { count: version })}
          </p>
          {version > 0 && (
            <ButtonLink
              look="quiet"
              to="/visits/$visitId/students/$studentId/reflection/versions"
              params={params}
            >
              {t('seeVersions')}
            </ButtonLink>
          )}
        </Form>
      </Card>
    </>
  );
}
