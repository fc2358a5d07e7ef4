import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useSaid } from '../../app/said.ts';
import { useMe } from '../../app/session.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Part } from '../../components/ui/part.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { HopesOfChild } from './hopes-of-child.tsx';

interface FamilyHopesProps {
  familyId: string;
  /** Only these children; all of the family when left out. */
  studentIds?: readonly string[];
}

/** The hopes of a family, child by child, with the way to write them down after a first visit. */
export function FamilyHopes({ familyId, studentIds }: FamilyHopesProps) {
  const { t } = useTranslation(['hopes', 'visit']);
  const said = useSaid();
  const { permissions } = useMe();
  const may = permissions.includes('hopes:write');
  const query = useRead('getHopes', { params: { familyId } }, { enabled: may });
  if (!may) return null;
  return (
    <Section title={t('hopes:title')} hint={t('hopes:hint')}>
      <StatusLine>{said === 'hopesWritten' && t('visit:said.hopesWritten')}</StatusLine>
      <Loaded query={query} lines={3}>
        {({ students }) => (
          <Card>
            {students
              .filter(({ studentId }) => studentIds?.includes(studentId) ?? true)
              .map((student) => (
                <ChildHopes key={student.studentId} familyId={familyId} student={student} />
              ))}
          </Card>
        )}
      </Loaded>
    </Section>
  );
}

function ChildHopes({
  familyId,
  student,
}: {
  familyId: string;
  student: Answer<'getHopes'>['students'][number];
}) {
  const { t } = useTranslation('hopes');
  const { studentId, givenName: name, visited, hopes } = student;
  const ours = hopes === null || (hopes.status === 'shared' && hopes.changedByFamilyAt === null);
  return (
    <Part title={name}>
      <HopesOfChild hopes={hopes} none={t(visited ? 'none' : 'waits')} />
      {visited && ours && (
        <ButtonLink to="/families/$familyId/students/$studentId/hopes" params={{ familyId, studentId }}>
          {t(hopes === null ? 'write' : 'edit', { name })}
        </ButtonLink>
      )}
    </Part>
  );
}
