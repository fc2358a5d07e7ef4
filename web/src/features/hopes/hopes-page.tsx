import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { DutyNotice } from '../../components/duty-notice.tsx';
import { ProtectedAreasNote } from '../../components/protected-areas-note.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { HopesOfChild } from './hopes-of-child.tsx';

const longest = 600;
type Child = Answer<'getHopes'>['students'][number];

/** The hopes for one child, written down by whoever visited; the family reads the same words. */
export function HopesPage() {
  const { t } = useTranslation(['hopes', 'shell']);
  const { familyId, studentId } = useParams({
    from: '/signed-in/families/$familyId/students/$studentId/hopes',
  });
  const query = useRead('getHopes', { params: { familyId } });
  const child = query.data?.students.find((student) => student.studentId === studentId);
  return (
    <Page
      title={t('hopes:form.title', { name: child?.givenName ?? '…' })}
      back={
        <BackLink to="/families/$familyId" params={{ familyId }}>
          {t('shell:back')}
        </BackLink>
      }
      lead={t('hopes:form.lead')}
    >
      <Loaded query={query} lines={5}>
        {() => (child === undefined ? null : <ChildForm familyId={familyId} child={child} />)}
      </Loaded>
    </Page>
  );
}

function ChildForm({ familyId, child }: { familyId: string; child: Child }) {
  const { t } = useTranslation('hopes');
  const { visited, hopes } = child;
  if (!visited) return <EmptyState title={t('waits')} />;
  if (hopes !== null && (hopes.status === 'withdrawn' || hopes.changedByFamilyAt !== null)) {
    return (
      <Card>
        <HopesOfChild hopes={hopes} none={t('none')} />
        {hopes.status === 'shared' && <p className="pl-hint">{t('form.familyWrote')}</p>}
      </Card>
    );
  }
  return <HopesForm familyId={familyId} child={child} />;
}

function HopesForm({ familyId, child }: { familyId: string; child: Child }) {
  const { t } = useTranslation('hopes');
  const navigate = useNavigate();
  const [words, setWords] = useState(child.hopes?.words ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const write = useCommand('writeHopes', {
    onDone: () =>
      navigate({ to: '/families/$familyId', params: { familyId }, state: { said: 'hopesWritten' } }),
  });
  const submit = () => {
    if (words.trim() === '') return setErrors({ words: t('form.error') });
    setErrors({});
    const params = { familyId, studentId: child.studentId };
    write.send({ params, body: { words: words.trim(), rev: child.hopes?.rev ?? 0 } });
  };
  return (
    <Card>
      <Form onSubmit={submit} errors={errors}>
        <TextAreaField
          label={t('form.words')}
          help={t('form.help')}
          error={errors['words']}
          rows={5}
          maxLength={longest}
          value={words}
          onChange={setWords}
        />
        <DutyNotice texts={[words]} />
        <ProtectedAreasNote texts={[words]} />
        <ProblemAlert problem={write.problem} />
        <Button look="primary" type="submit" wide pending={write.pending}>
          {t('form.save')}
        </Button>
      </Form>
    </Card>
  );
}
