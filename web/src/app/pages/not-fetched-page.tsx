import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Page } from '../../components/ui/page.tsx';
import { loadNewerRelease } from '../newer-release.ts';
import { useAway, useReachable } from '../offline/offline-context.ts';
import { PageOnItsWay } from '../shell/page-on-its-way.tsx';
import { LoadAgainPage } from './load-again-page.tsx';

/**
 * The file of this screen did not come. Where the server answers, a newer release took its place and is loaded;
 * where it is out of reach, the person hears so, and the screen opens as soon as it is back.
 */
export function NotFetchedPage() {
  const { t } = useTranslation();
  const away = useAway();
  const reachable = useReachable();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (away) return;
    void reachable().then((answers) => answers && setMissing(!loadNewerRelease()));
  }, [away, reachable]);
  if (missing) return <LoadAgainPage />;
  if (!away) return <PageOnItsWay />;
  return (
    <Page title={t('cannotStart.title')}>
      <div role="alert">
        <EmptyState title={t('cannotStart.body')}>
          <Button look="primary" onClick={() => void reachable()}>
            {t('tryAgain')}
          </Button>
        </EmptyState>
      </div>
    </Page>
  );
}
