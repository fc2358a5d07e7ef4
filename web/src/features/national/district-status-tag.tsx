import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Tag } from '../../components/ui/tag.tsx';

/** Whether a district can be worked in. */
export function DistrictStatusTag({ status }: { status: Answer<'getDistrict'>['status'] }) {
  const { t } = useTranslation('national');
  return <Tag tone={status === 'ready' ? 'good' : 'waiting'}>{t(`status.${status}`)}</Tag>;
}
