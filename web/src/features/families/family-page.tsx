import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useNames } from '../../i18n/names.ts';
import { ContactLog } from '../contacts/contact-log.tsx';
import { FamilyHopes } from '../hopes/family-hopes.tsx';
import { FamilyWishes } from '../plan/family-wishes.tsx';
import { FamilyDetails } from './family-details.tsx';
import { useFamilyName } from './family-name.ts';
import { NextStep } from './next-step.tsx';

/** One family: the one next step with it, whom to talk to, and the year's visits. */
export function FamilyPage() {
  const { t } = useTranslation('family');
  const { familyId } = useParams({ from: '/signed-in/families/$familyId' });
  const query = useRead('getFamily', { params: { familyId } });
  const familyName = useFamilyName();
  const names = useNames();
  const data = query.data;
  return (
    <Page
      title={data === undefined ? t('students') : familyName(data)}
      back={<BackLink to="/classes">{t('classes.title')}</BackLink>}
      lead={data === undefined ? undefined : names.all(data.students.map((student) => student.givenName))}
    >
      <Loaded query={query} lines={6}>
        {(family) => (
          <>
            <NextStep data={family} />
            <FamilyWishes wishes={family.invitation.wishes} />
            {family.students.some(({ nextVisit }) => nextVisit !== 1) && <FamilyHopes familyId={familyId} />}
            <FamilyDetails data={family} />
            <ContactLog data={family} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
