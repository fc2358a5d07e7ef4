import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useSchools } from '../district/use-schools.ts';

/** The way to a school’s board: straight there for one school, else a choice by name. */
export function OwnSchoolPage() {
  const { t } = useTranslation('school');
  const { query, schools } = useSchools();
  const [only] = schools;
  if (only !== undefined && schools.length === 1 && !query.hasNextPage)
    return <Navigate to="/school-board/$schoolId" params={{ schoolId: only.schoolId }} replace />;
  return (
    <Page title={t('board.title')} lead={schools.length > 1 ? t('board.choose') : ''}>
      <Loaded query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('board.none')}>
              <p>{t('board.noneBody')}</p>
            </EmptyState>
          ) : (
            <RowList>
              {items.map(({ schoolId, name }) => (
                <li key={schoolId}>
                  <RowLink to="/school-board/$schoolId" params={{ schoolId }} title={name} />
                </li>
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Page>
  );
}
