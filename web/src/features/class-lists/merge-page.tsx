import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { Candidates, EveryStudent } from './students-to-choose.tsx';

type Open = Answer<'getClassLists'>['open'][number];

/** One expected student whom the roster did not find: who it is, or that it is nobody of the roster. */
export function MergePage() {
  const { t } = useTranslation('lists');
  const { schoolId, studentId } = useParams({
    from: '/signed-in/class-lists/schools/$schoolId/open/$studentId',
  });
  const query = useRead('getClassLists', { params: { schoolId } });
  const one = query.data?.open.find((open) => open.studentId === studentId);
  const name = one === undefined ? undefined : `${one.givenName} ${one.familyName}`;
  return (
    <Page
      title={name === undefined ? t('open') : t('mergeTitle', { name })}
      back={
        <BackLink to="/class-lists/schools/$schoolId" params={{ schoolId }}>
          {t('title')}
        </BackLink>
      }
      eyebrow={one?.className ?? undefined}
      lead={one === undefined ? '' : `${t(`because.${one.because}`)} ${t('mergeLead')}`}
      wide
    >
      <Loaded query={query} lines={6}>
        {() =>
          one === undefined ? <Notice>{t('settled')}</Notice> : <Choose schoolId={schoolId} one={one} />
        }
      </Loaded>
    </Page>
  );
}

function Choose({ schoolId, one }: { schoolId: string; one: Open }) {
  const { t } = useTranslation('lists');
  const navigate = useNavigate();
  const [into, setInto] = useState<Open['sameName'][number] | null>(null);
  const name = `${one.givenName} ${one.familyName}`;
  const back = (listSaid: string) =>
    navigate({ to: '/class-lists/schools/$schoolId', params: { schoolId }, state: { listSaid } });
  const choice = {
    choice: t('mergeWith'),
    choiceOf: (of: string) => t('mergeWithOf', { name: of }),
    onChoose: setInto,
  };
  const apart = useCommand('keepApart', { onDone: () => back(t('keptApart', { name })) });
  return (
    <>
      {one.sameName.length > 0 && (
        <Section title={t('sameName')}>
          <Candidates students={one.sameName} caption={t('sameName')} {...choice} />
        </Section>
      )}
      <Section title={t('everybody')} hint={t('everybodyHint')}>
        <EveryStudent
          schoolId={schoolId}
          except={({ studentId }) => studentId === one.studentId}
          {...choice}
        />
      </Section>
      <Section title={t('apart')} hint={t('apartHint')}>
        <ProblemAlert problem={apart.problem} />
        <Actions>
          <Button
            pending={apart.pending}
            onClick={() => apart.send({ params: { studentId: one.studentId } })}
          >
            {t('apartYes')}
          </Button>
        </Actions>
      </Section>
      {into !== null && (
        <MergeDialog
          studentId={one.studentId}
          name={name}
          into={into}
          onClose={() => setInto(null)}
          onDone={(merged) => back(t('merged', { name: merged }))}
        />
      )}
    </>
  );
}
