import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Answer } from '#shared/contract/client.ts';
import { readOptions, useClient } from '../../app/api.tsx';
import { reflectionSubject, visitSubject } from '../../app/offline/changes.ts';
import { useAway, useChanges } from '../../app/offline/offline-context.ts';
import { reflectionsToCarry, visitsToCarry } from '../../app/offline/to-carry.ts';
import { useMe } from '../../app/session.tsx';

type Today = Answer<'getToday'>;

const aWhile = 10 * 60_000;
/** After the page stands: it must not wait for what is only for later. */
const calm = 1_000;

/**
 * Today as it is on this phone: what was written down here is not asked for again while it waits. Reads on the side
 * what the person will need without a connection.
 */
export function TodayOnPhone({ today, children }: { today: Today; children: (today: Today) => ReactNode }) {
  const changes = useChanges();
  useCarrying(today);
  const away = useAway();
  const logs = useMe().permissions.includes('visit:complete');
  const written = new Set(changes.map((change) => change.subject));
  const open = (visit: Today['toLog'][number]) => !written.has(visitSubject(visit.visitId));
  // The server sorted them when it was last heard; without it a visit begins all the same.
  const now = new Date().toISOString();
  const begun = (visit: Today['toLog'][number]) => logs && away && visit.startsAt <= now;
  return children({
    ...today,
    toLog: [...today.toLog, ...today.upcoming.filter(begun)].filter(open),
    upcoming: today.upcoming.filter((visit) => open(visit) && !begun(visit)),
    reflectionsOwed: today.reflectionsOwed.filter(
      (one) => !written.has(reflectionSubject(one.visitId, one.studentId)),
    ),
  });
}

function useCarrying(today: Today): void {
  const client = useClient();
  const queries = useQueryClient();
  const away = useAway();
  useEffect(() => {
    if (away) return;
    const timer = setTimeout(async () => {
      for (const visitId of visitsToCarry(today)) {
        await queries.prefetchQuery({
          ...readOptions(client, 'getVisit', { params: { visitId } }),
          staleTime: aWhile,
          retry: false,
        });
      }
      for (const params of reflectionsToCarry(today)) {
        await queries.prefetchQuery({
          ...readOptions(client, 'getMyReflection', { params }),
          staleTime: aWhile,
          retry: false,
        });
      }
    }, calm);
    return () => clearTimeout(timer);
  }, [today, away, client, queries]);
}
