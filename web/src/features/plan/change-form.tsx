import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { type Dates, useDates } from '../../i18n/dates.ts';
import { CommonTimesField } from './common-times-field.tsx';
import { FamilyWishes } from './family-wishes.tsx';
import { schoolToAskAt } from './school-to-ask-at.ts';
import { TeamFields } from './team-fields.tsx';
import { MinutesField, PlaceFields, TimeFields } from './time-and-place-fields.tsx';
import { emptyPlan, type PlanValues, usePlanForm } from './use-plan-form.ts';

type Visit = Answer<'getVisit'>;

/** The plan as it stands; whoever said no is left out, so that another can be named. */
function planOf(visit: Visit, dates: Dates): PlanValues {
  const coming = visit.team.filter(({ lead, answer }) => !lead && answer !== 'no');
  const [partner, second] = coming.filter((member) => member.as === 'educator');
  return {
    ...emptyPlan,
    date: visit.localDate,
    time: dates.wallTimeOf(visit.startsAt, visit.timeZone),
    minutes: visit.minutes,
    type: visit.type,
    place: visit.place ?? '',
    partner: partner?.personId ?? '',
    second: second?.personId ?? '',
    interpreter: coming.find((member) => member.as === 'interpreter')?.personId ?? '',
  };
}

/** Another time, place or team. A member who did not arrange the visit moves it and leaves the team as it is. */
export function ChangeForm({ visit, onChanged }: { visit: Visit; onChanged: () => Promise<void> }) {
  const { t } = useTranslation('plan');
  const { personId, today, schoolYear, schools } = useMe();
  const dates = useDates();
  const { visitId, rev, familyId, team } = visit;
  const family = useRead('getFamily', { params: { familyId } });
  const form = usePlanForm(planOf(visit, dates), 'change');
  const command = useCommand('changeVisit', { onDone: onChanged });
  const lead = team.find((member) => member.lead);
  const comes = team.some((member) => member.personId === personId);
  const mayNameTeam = lead?.personId === personId || !comes;
  const { partner, second, interpreter } = form.values;
  const others = [lead?.personId ?? '', partner, second, interpreter].filter(
    (id) => id !== '' && id !== personId,
  );
  const wishes = family.data?.invitation.wishes ?? null;
  const submit = () => {
    const plan = form.checked();
    if (plan !== null) command.send({ params: { visitId }, body: { ...plan, rev } });
  };
  return (
    <>
      <FamilyWishes wishes={wishes} />
      <Card>
        <Form onSubmit={submit} errors={form.errors}>
          {mayNameTeam ? (
            <TeamFields
              form={form}
              schoolId={schoolToAskAt(schools, [visit.schoolId])}
              leadId={lead?.personId ?? personId}
              known={team}
              language={wishes?.interpreter ?? family.data?.family.language ?? null}
            />
          ) : (
            <Notice>{t('change.teamStays')}</Notice>
          )}
          <CommonTimesField form={form} familyId={familyId} team={others} comes={comes} moving={visitId} />
          <TimeFields form={form} min={today} max={schoolYear?.closesOn} />
          <MinutesField form={form} numbers={visit.students.map(({ number }) => number)} />
          <PlaceFields form={form} />
          <ProblemAlert problem={command.problem} />
          <Button look="primary" type="submit" wide pending={command.pending}>
            {t('change.save')}
          </Button>
        </Form>
      </Card>
    </>
  );
}
