import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Tag, type TagTone } from '../../components/ui/tag.tsx';

type Status = Answer<'submitClaim'>['status'];

const tones: Record<Status, TagTone> = {
  open: 'waiting',
  submitted: 'waiting',
  approved: 'good',
  paid: 'good',
  unpaid: 'plain',
};

/** Where a claim stands. Needs the words of `pay`. */
export function ClaimStatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('pay');
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;
}
