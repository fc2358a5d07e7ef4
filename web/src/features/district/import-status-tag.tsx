import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Tag, type TagTone } from '../../components/ui/tag.tsx';

type Status = Answer<'getRosterImport'>['status'];

const tones: Record<Status, TagTone> = {
  waiting_for_file: 'plain',
  reading: 'waiting',
  done: 'good',
  failed: 'bad',
};

/** Where an import stands. */
export function ImportStatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('district');
  return <Tag tone={tones[status]}>{t(`roster.status.${status}`)}</Tag>;
}
