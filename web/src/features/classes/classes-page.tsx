import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useNames } from '../../i18n/names.ts';

/** The classes of the signed-in educator. */
export function ClassesPage() {
  const { t } = useTranslation('family');
  const { schools } = useMe();
  const names = useNames();
  const today = useRead('getToday', {});
  return (
    <Page title={t('classes.title')}>
      <Loaded query={today}>
        {({ classes }) =>
          classes.length === 0 ? (
            <EmptyState title={t('classes.none')}>
              <p>{t('classes.noneBody')}</p>
            </EmptyState>
          ) : (
            <RowList>
              {classes.map((one) => (
                <li key={one.classId}>
                  <RowLink
                    to="/classes/$classId"
                    params={{ classId: one.classId }}
                    title={one.name}
                    detail={names.school(schools, one.schoolId)}
                  />
                </li>
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Page>
  );
}
