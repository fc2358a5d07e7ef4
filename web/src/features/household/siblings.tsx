import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useNames } from '../../i18n/names.ts';

/** The children of the home; a coordinator may say that one more lives here. */
export function Siblings({ data: { family, students } }: { data: Answer<'getFamily'> }) {
  const { t } = useTranslation('household');
  const { permissions } = useMe();
  const names = useNames();
  if (!permissions.includes('school:coordinate')) return null;
  const { familyId } = family;
  return (
    <Section title={t('siblings')} hint={t('siblingsHint')}>
      <p>{names.all(students.map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()))}</p>
      <Actions>
        <ButtonLink to="/families/$familyId/household/siblings" params={{ familyId }}>
          {t('join')}
        </ButtonLink>
      </Actions>
    </Section>
  );
}
