import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOptions, useClient } from '../../app/api.tsx';
import { useAway } from '../../app/offline/offline-context.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card, RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';

interface OwnSchool {
  readonly schoolId: string;
  readonly name: string;
  /** Visits written down late that wait for the reader's decision (I8). */
  readonly late: number;
}

/**
 * The schools that the reader coordinates, with what waits there. Read beside the day, which stands without it; not
 * asked for without a connection.
 */
export function useOwnSchools(): { schools: readonly OwnSchool[]; late: number; pending: boolean } {
  const client = useClient();
  const away = useAway();
  const { permissions, schools } = useMe();
  const own = permissions.includes('school:coordinate') ? schools : [];
  const boards = useQueries({
    queries: own.map(({ schoolId }) => ({
      ...readOptions(client, 'getSchoolBoard', { params: { schoolId } }),
      enabled: !away,
    })),
  });
  const counted = own.map(({ schoolId, name }, index) => ({
    schoolId,
    name,
    late: boards[index]?.data?.lateEntries.filter(({ own }) => !own).length ?? 0,
  }));
  return {
    schools: counted,
    late: counted.reduce((sum, { late }) => sum + late, 0),
    pending: boards.some(({ isLoading }) => isLoading),
  };
}

/** Late entries as the one thing to do next, once nothing of one's own is. */
export function LateEntriesCard({ school }: { school: OwnSchool }) {
  const { t } = useTranslation('today');
  const { schoolId, name, late } = school;
  return (
    <Card lit>
      <h2>{t('ownSchool.late', { count: late })}</h2>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{t('ownSchool.lateBody')}</p>
      <Actions>
        <ButtonLink look="primary" to="/school-board/$schoolId" params={{ schoolId }}>
          {t('ownSchool.decide')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** The way to each school that the reader coordinates, with what waits there. */
export function OwnSchools({ schools }: { schools: readonly OwnSchool[] }) {
  const { t } = useTranslation('today');
  if (schools.length === 0) return null;
  return (
    <Section title={t('ownSchool.title', { count: schools.length })}>
      <RowList>
        {schools.map(({ schoolId, name, late }) => (
          <li key={schoolId}>
            <RowLink
              to="/school-board/$schoolId"
              params={{ schoolId }}
              title={name}
              detail={late > 0 ? t('ownSchool.lateDetail', { count: late }) : t('ownSchool.detail')}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
