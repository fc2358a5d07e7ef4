import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useNames } from '../../i18n/names.ts';

type Today = Answer<'getToday'>;

/** Whether the page itself proposes to invite: not to somebody who said no to taking part (CP1). */
export function useInvites(classes: Today['classes']): boolean {
  return useMe().participation?.answer !== 'no' && classes.length > 0;
}

/** Nothing is open: the next family to invite, or why there is none; whoever coordinates a school goes on from there. */
export function Quiet({ classes, invites }: { classes: Today['classes']; invites: boolean }) {
  const { t } = useTranslation('today');
  const coordinates = useMe().permissions.includes('school:coordinate');
  const [first] = classes;
  if (first !== undefined && invites)
    return (
      <EmptyState title={t('quiet')}>
        <p>{t('quietBody')}</p>
        <ButtonLink look="primary" to="/classes/$classId/queue" params={{ classId: first.classId }}>
          {t('inviteNext')}
        </ButtonLink>
      </EmptyState>
    );
  if (first !== undefined || coordinates) return null;
  return (
    <EmptyState title={t('noClasses')}>
      <p>{t('noClassesBody')}</p>
    </EmptyState>
  );
}

interface OwnClassesProps {
  classes: Today['classes'];
  /** The way to the next family stands above already. */
  invitesAbove: boolean;
}

/** The reader’s classes, and the way to the next family. */
export function OwnClasses({ classes, invitesAbove }: OwnClassesProps) {
  const { t } = useTranslation('today');
  const { schools } = useMe();
  const names = useNames();
  // With several classes the way leads through each of them.
  const only = classes.length === 1 && !invitesAbove ? classes[0] : undefined;
  if (classes.length === 0) return null;
  return (
    <Section title={t('classes')}>
      <RowList>
        {classes.map((one) => (
          <li key={one.classId}>
            <RowLink
              to="/classes/$classId"
              params={{ classId: one.classId }}
              title={one.name}
              detail={names.school(schools, one.schoolId) ?? t('openClass')}
            />
          </li>
        ))}
        {only !== undefined && (
          <li>
            <RowLink
              to="/classes/$classId/queue"
              params={{ classId: only.classId }}
              title={t('inviteNext')}
              detail={t('inviteNextHint')}
            />
          </li>
        )}
      </RowList>
    </Section>
  );
}
