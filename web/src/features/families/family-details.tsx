import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card, RowLink, RowList } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag, type TagTone } from '../../components/ui/tag.tsx';
import { useLanguageNames } from '../../i18n/language-names.ts';
import { useNames } from '../../i18n/names.ts';
import { useVisitWords } from '../today/visit-words.ts';
import { GuardianContacts } from './guardian-contacts.tsx';

type FamilyData = Answer<'getFamily'>;
type FamilyVisit = FamilyData['visits'][number];

const tones: Record<FamilyVisit['status'], TagTone> = {
  proposed: 'waiting',
  scheduled: 'waiting',
  awaiting_approval: 'waiting',
  completed: 'good',
  closed: 'good',
  cancelled: 'plain',
  no_show: 'plain',
};

/** Whom to talk to, in which language, and the visits of the year. No address: it stays with the school. */
export function FamilyDetails({ data }: { data: FamilyData }) {
  const { t } = useTranslation(['family', 'visit']);
  const words = useVisitWords();
  return (
    <>
      <Guardians data={data} />
      <Section title={t('family:visits')}>
        {data.visits.length === 0 ? (
          <Card>{t('family:noVisits')}</Card>
        ) : (
          <RowList>
            {data.visits.map((visit) => (
              <li key={visit.visitId}>
                <RowLink
                  to="/visits/$visitId"
                  params={{ visitId: visit.visitId }}
                  title={words.when(visit)}
                  detail={words.number(visit)}
                  aside={<Tag tone={tones[visit.status]}>{t(`visit:status.${visit.status}`)}</Tag>}
                />
              </li>
            ))}
          </RowList>
        )}
      </Section>
    </>
  );
}

function Guardians({ data }: { data: FamilyData }) {
  const { t } = useTranslation('family');
  const { permissions } = useMe();
  const languageName = useLanguageNames();
  const names = useNames();
  return (
    <Section title={t('guardians')}>
      <GuardianContacts guardians={data.guardians} />
      <Card>
        <Facts
          items={[
            [
              t('students'),
              names.all(data.students.map((child) => `${child.givenName} ${child.familyName}`)),
            ],
            [t('homeLanguage'), data.family.language === null ? null : languageName(data.family.language)],
          ]}
        />
        {permissions.includes('family:change') && (
          <Actions>
            <ButtonLink to="/families/$familyId/household" params={{ familyId: data.family.familyId }}>
              {t('changeHousehold')}
            </ButtonLink>
          </Actions>
        )}
      </Card>
    </Section>
  );
}
