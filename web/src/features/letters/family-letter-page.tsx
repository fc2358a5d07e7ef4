import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useFamilyName } from '../families/family-name.ts';
import type { LetterSet } from './letter-sheet.tsx';
import { LettersReady } from './letters-ready.tsx';

/** A letter for one family. */
export function FamilyLetterPage() {
  const { t } = useTranslation('letters');
  const { familyId } = useParams({ from: '/signed-in/families/$familyId/letter' });
  const { data } = useRead('getFamily', { params: { familyId } });
  const familyName = useFamilyName();
  const [set, setSet] = useState<LetterSet | null>(null);
  const make = useCommand('makeFamilyLetter', { onDone: setSet });
  const name = data === undefined ? t('yourFamily') : familyName(data);
  return (
    <Page
      title={t('titleOne')}
      lead={t('lead')}
      back={
        <BackLink to="/families/$familyId" params={{ familyId }}>
          {name}
        </BackLink>
      }
    >
      {set !== null ? (
        <LettersReady set={set} onAgain={() => setSet(null)} />
      ) : (
        <>
          <p>{t('onlyNow')}</p>
          <ProblemAlert problem={make.problem} />
          <Actions>
            <Button look="primary" pending={make.pending} onClick={() => make.send({ params: { familyId } })}>
              {t('makeOne')}
            </Button>
          </Actions>
        </>
      )}
    </Page>
  );
}
