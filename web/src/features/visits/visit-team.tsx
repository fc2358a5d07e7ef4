import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Row, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag, type TagTone } from '../../components/ui/tag.tsx';

type Visit = Answer<'getVisit'>;

const tones: Record<Visit['team'][number]['answer'], TagTone> = {
  asked: 'waiting',
  yes: 'good',
  no: 'plain',
};

/** Everybody of the team with their part, and while it is still to come with their answer. */
export function VisitTeam({ visit }: { visit: Visit }) {
  const { t } = useTranslation(['visit', 'request']);
  const { personId } = useMe();
  return (
    <Section title={t('visit:team')}>
      <RowList>
        {visit.team.map((member) => (
          <li key={member.personId}>
            <Row
              title={member.personId === personId ? t('visit:you', { name: member.name }) : member.name}
              detail={t(`request:role.${member.lead ? 'lead' : member.as}`)}
              aside={
                visit.status === 'proposed' ? (
                  <Tag tone={tones[member.answer]}>{t(`request:answer.${member.answer}`)}</Tag>
                ) : undefined
              }
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
