import { useTranslation } from 'react-i18next';
import { protectedAreasIn } from '#shared/domain/protected-areas/protected-areas.ts';
import { useNames } from '../i18n/names.ts';
import { Notice } from './ui/notice.tsx';

/**
 * A gentle note when a word touches one of the protected areas (PPRA). It is always on the page, so that a screen
 * reader hears it arrive; it blocks nothing, and nothing of it is sent or kept. Needs the words of `sensitive`.
 */
export function ProtectedAreasNote({ texts }: { texts: readonly string[] }) {
  const { t } = useTranslation('sensitive');
  const names = useNames();
  const touched = protectedAreasIn(texts.join('\n'));
  const words = [...new Set(touched.map(({ word }) => word))].join('”, “');
  return (
    <div role="status" className="pl-status">
      {touched.length > 0 && (
        <Notice>
          <p>{t('note', { words, areas: names.all(touched.map(({ area }) => t(`area.${area}`))) })}</p>
        </Notice>
      )}
    </div>
  );
}
