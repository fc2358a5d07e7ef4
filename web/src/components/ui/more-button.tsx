import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** The rest of a long list, a page at a time. */
export function MoreButton({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('showMore')}
    </Button>
  );
}
