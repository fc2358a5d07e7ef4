import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useSchools } from '../district/use-schools.ts';

/** The way to a school’s class lists: straight there for one school, else a choice by name. */
export function OwnListsPage() {
  const { t } = useTranslation('lists');
  const { permissions } = useMe();
  const { query, schools } = useSchools();
  const imports = permissions.includes('roster:import');
  const [only] = schools;
  if (only !== undefined && schools.length === 1 && !query.hasNextPage)
    return <Navigate to="/class-lists/schools/$schoolId" params={{ schoolId: only.schoolId }} replace />;
  return (
    <Page title={t('title')} lead={schools.length > 1 ? t('choose') : ''}>
      <Loaded query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noSchool')}>
              <p>{t(imports ? 'noSchoolAdmin' : 'noSchoolBody')}</p>
              {imports && (
                <ButtonLink look="primary" to="/schools">
                  {t('toSchools')}
                </ButtonLink>
              )}
            </EmptyState>
          ) : (
            <RowList>
              {items.map(({ schoolId, name }) => (
                <li key={schoolId}>
                  <RowLink to="/class-lists/schools/$schoolId" params={{ schoolId }} title={name} />
                </li>
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Page>
  );
}
