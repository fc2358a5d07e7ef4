import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { CertificateLine, useCertificateWords } from '../../components/certificate-line.tsx';
import { LinkButton } from '../../components/ui/link-button.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { EditPersonDialog } from './edit-person-dialog.tsx';
import { InviteCell } from './invite-cell.tsx';
import type { PersonRow, SchoolRow } from './people-list.tsx';

interface PeopleTableProps {
  people: readonly PersonRow[];
  schools: readonly SchoolRow[];
  manages: boolean;
  onSaid: (words: string | null) => void;
}

const visiting = new Set<PersonRow['roles'][number]>(['educator', 'interpreter', 'coordinator']);

/** One line per person; the name opens what can be changed. */
export function PeopleTable({ people, schools, manages, onSaid }: PeopleTableProps) {
  const { t } = useTranslation('district');
  const { today } = useMe();
  const certificateWords = useCertificateWords();
  const [editing, setEditing] = useState<string | null>(null);
  const edited = people.find((person) => person.personId === editing);
  return (
    <>
      <RecordsTable
        caption={t('people.title')}
        records={people}
        keyOf={(person) => person.personId}
        columns={[
          {
            name: t('people.person'),
            cell: (person) => (
              <WhoCell person={person} onEdit={manages ? () => setEditing(person.personId) : null} />
            ),
          },
          {
            name: t('people.rolesAndSchools'),
            cell: (person) => <WhatCell person={person} schools={schools} />,
          },
          {
            name: t('people.certificate'),
            cell: (person) => (
              <LoneLink
                to="/people/$personId/trainings"
                params={{ personId: person.personId }}
                aria-label={t('people.trainingsOf', {
                  name: person.name,
                  certificate: certificateWords(person.certificate, today),
                })}
              >
                <CertificateLine certificate={person.certificate} day={today} />
              </LoneLink>
            ),
          },
          {
            name: t('people.account'),
            cell: (person) => <InviteCell person={person} onSaid={onSaid} />,
          },
        ]}
      />
      {edited !== undefined && (
        <EditPersonDialog
          person={edited}
          schools={schools}
          onClose={() => setEditing(null)}
          onDone={({ name }) => {
            setEditing(null);
            onSaid(t('people.saved', { name }));
          }}
        />
      )}
    </>
  );
}

function WhoCell({ person, onEdit }: { person: PersonRow; onEdit: (() => void) | null }) {
  const { t } = useTranslation('district');
  return (
    <>
      {onEdit === null ? (
        person.name
      ) : (
        <LinkButton aria-label={t('people.edit', { name: person.name })} onClick={onEdit}>
          {person.name}
        </LinkButton>
      )}
      <span className="pl-cell-detail">{person.email ?? t('people.noEmail')}</span>
      {onEdit !== null && <EmployeeNumber person={person} />}
      {person.mailProblem !== null && <Tag tone="bad">{t(`people.mailProblem.${person.mailProblem}`)}</Tag>}
    </>
  );
}

/** Payroll needs it for whoever can be paid, so that a missing one is seen before a period is closed. */
function EmployeeNumber({ person }: { person: PersonRow }) {
  const { t } = useTranslation('district');
  const { policy } = useMe();
  const { employeeId, roles } = person;
  const canBePaid = policy?.pay.kind !== 'unpaid' && roles.some((role) => visiting.has(role));
  if (employeeId === null && !canBePaid) return null;
  return (
    <span className="pl-cell-detail">
      {employeeId === null ? t('people.noEmployeeId') : t('people.employeeIdIs', { number: employeeId })}
    </span>
  );
}

function WhatCell({ person, schools }: { person: PersonRow; schools: readonly SchoolRow[] }) {
  const { t } = useTranslation('district');
  const { t: shell } = useTranslation();
  const names = person.schoolIds.flatMap(
    (id) => schools.find((school) => school.schoolId === id)?.name ?? [],
  );
  return (
    <>
      {person.roles.length === 0
        ? t('people.noRole')
        : person.roles.map((role) => shell(`role.${role}`)).join(', ')}
      <span className="pl-cell-detail">
        {names.length > 3 ? t('people.manySchools', { count: names.length }) : names.join(', ')}
      </span>
    </>
  );
}
