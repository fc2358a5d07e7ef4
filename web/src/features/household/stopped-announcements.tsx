import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Row, RowList } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';

type Guardian = Answer<'getFamily'>['guardians'][number];

/** Who stopped the school’s announcements; a coordinator writes down that one of them asked for them again. */
export function StoppedAnnouncements({ guardians }: { guardians: readonly Guardian[] }) {
  const { t } = useTranslation('household');
  const { permissions } = useMe();
  const [resumed, setResumed] = useState<string | null>(null);
  const resume = useCommand('resumeAnnouncements');
  const mayLift = permissions.includes('family:lift_protection');
  const stopped = guardians.filter(({ announcementsStopped }) => announcementsStopped);
  return (
    <>
      <StatusLine>{resume.done && resumed !== null && t('announcementsAgain', { name: resumed })}</StatusLine>
      <ProblemAlert problem={resume.problem} />
      {stopped.length > 0 && (
        <Section
          title={t('announcements')}
          hint={`${t('announcementsHint')} ${mayLift ? '' : t('onlyCoordinator')}`.trim()}
        >
          <RowList>
            {stopped.map(({ familyId, guardianId, name }) => (
              <li key={guardianId}>
                <Row
                  title={name}
                  aside={
                    mayLift && (
                      <Button
                        aria-label={t('announcementsResumeFor', { name })}
                        pending={resume.pending}
                        onClick={() => {
                          setResumed(name);
                          resume.send({ params: { familyId, guardianId } });
                        }}
                      >
                        {t('announcementsResume')}
                      </Button>
                    )
                  }
                />
              </li>
            ))}
          </RowList>
        </Section>
      )}
    </>
  );
}
