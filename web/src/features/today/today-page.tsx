import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { daysBetween, useDates } from '../../i18n/dates.ts';
import { TodayOnPhone } from '../waiting/today-on-phone.tsx';
import { useSaidYes } from './families-to-plan.tsx';
import { useOwnSchools } from './own-schools.tsx';
import { hasGap, wantsOtherTime } from './proposals.tsx';
import { TodayTasks } from './today-tasks.tsx';

/** What is next, and what is open: the page an educator opens for fifteen minutes a day. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const me = useMe();
  const dates = useDates();
  const today = useRead('getToday', {});
  const lead = useLead();
  const saidYes = useSaidYes(today.data?.classes ?? []);
  const ownSchools = useOwnSchools();
  const hour = dates.hourOf(new Date().toISOString(), me.district.timeZone);
  const time = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return (
    <Page
      title={t(`title.${time}`, { name: me.name.split(' ')[0] ?? me.name })}
      eyebrow={dates.day(me.today)}
      lead={
        today.data === undefined || saidYes.pending || ownSchools.pending
          ? ''
          : lead(today.data, saidYes.families.length + ownSchools.late)
      }
    >
      <Loaded query={today} lines={5}>
        {(data) => <TodayOnPhone today={data}>{(today) => <TodayTasks today={today} />}</TodayOnPhone>}
      </Loaded>
    </Page>
  );
}

/** The one sentence that matters: a visit within two days, else how much is open. */
function useLead() {
  const { t } = useTranslation('today');
  const dates = useDates();
  const mayPlan = useMe().permissions.includes('visit:schedule');
  return (data: Answer<'getToday'>, beside: number): string => {
    const next = data.upcoming[0];
    if (next !== undefined) {
      const days = daysBetween(data.today, dates.localDateOf(next.startsAt, next.timeZone));
      const time = dates.timeOf(next.startsAt, next.timeZone);
      if (days === 0) return t('lead.visitToday', { time });
      if (days === 1) return t('lead.visitTomorrow', { time });
    }
    const moved = data.upcoming.filter((one) => mayPlan && wantsOtherTime(one));
    const gaps = data.waiting.filter((one) => mayPlan && (hasGap(one) || wantsOtherTime(one)));
    const open = [
      data.toLog,
      data.requests,
      moved,
      gaps,
      data.passed,
      data.reflectionsOwed,
      data.claimsOpen,
    ].flat();
    const count = open.length + beside;
    return count === 0 ? t('lead.nothing') : t('lead.open', { count });
  };
}
