import { IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useArrival } from '../../app/said.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useSchools } from '../district/use-schools.ts';

type Lists = Answer<'getClassLists'>;

/** The class lists of a school, and first of all those whom its roster did not find. */
export function ListsPage() {
  const { t } = useTranslation('lists');
  const { schoolId } = useParams({ from: '/signed-in/class-lists/schools/$schoolId' });
  const { listSaid } = useArrival();
  const { nameOf } = useSchools();
  const query = useRead('getClassLists', { params: { schoolId } });
  return (
    <Page title={t('title')} eyebrow={nameOf(schoolId)} lead={t('lead')}>
      <StatusLine>{listSaid}</StatusLine>
      <Loaded query={query} lines={5}>
        {(lists) => (
          <>
            {lists.open.length > 0 && <Open schoolId={schoolId} open={lists.open} />}
            <All schoolId={schoolId} lists={lists} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Open({ schoolId, open }: { schoolId: string; open: Lists['open'] }) {
  const { t } = useTranslation('lists');
  return (
    <Section title={t('open')} hint={t('openHint')}>
      <RowList>
        {open.map((one) => (
          <li key={one.studentId}>
            <RowLink
              to="/class-lists/schools/$schoolId/open/$studentId"
              params={{ schoolId, studentId: one.studentId }}
              title={`${one.givenName} ${one.familyName}`}
              detail={t(`because.${one.because}`)}
              aside={one.className ?? undefined}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

function All({ schoolId, lists }: { schoolId: string; lists: Lists }) {
  const { t } = useTranslation('lists');
  const make = (
    <ButtonLink
      look="primary"
      icon={<IconPlus aria-hidden />}
      to="/class-lists/schools/$schoolId/new"
      params={{ schoolId }}
    >
      {t('make')}
    </ButtonLink>
  );
  if (lists.lists.length === 0)
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneBody')}</p>
        {make}
      </EmptyState>
    );
  return (
    <Section title={t('all')} hint={lists.waiting === 0 ? undefined : t('waiting', { count: lists.waiting })}>
      <RowList>
        {lists.lists.map((one) => (
          <li key={one.classId}>
            <RowLink
              to="/class-lists/$classId"
              params={{ classId: one.classId }}
              title={one.name}
              detail={t('students', { count: one.students, year: one.year })}
            />
          </li>
        ))}
      </RowList>
      <Actions>{make}</Actions>
    </Section>
  );
}
