import type { Answer } from '#shared/contract/client.ts';
import type { Answers, BodyOf, MockRequest } from './mock-answers.ts';
import { refuse } from './mock-answers.ts';
import { completedVisit, educatorAnswers, emptyToday, fullToday, visit } from './sample-educator.ts';
import { sampleId } from './sample-people.ts';

type VisitData = Answer<'getVisit'>;

/** A district whose visits are logged once and only once, and that remembers what it answered to which key. */
export interface OfflineScene {
  readonly answers: Answers;
  /** What was stored for each visit, in the order of arrival. */
  readonly stored: { visitId: string; minutes: number }[];
}

/** @param count visits that all wait to be logged. */
export function visitsToLog(count: number): OfflineScene {
  const [row] = fullToday.toLog;
  if (row === undefined) throw new Error('The sample day has a visit to log');
  const ids = Array.from({ length: count }, (_, index) => sampleId('vis', 100 + index));
  const stored: OfflineScene['stored'] = [];
  const answered = new Map<string, VisitData>();
  const stands = (visitId: string): VisitData => {
    const done = stored.find((one) => one.visitId === visitId);
    return done === undefined
      ? visit({ visitId })
      : { ...completedVisit(), visitId, actualMinutes: done.minutes };
  };
  const complete = ({ params, body, idempotencyKey }: MockRequest): VisitData => {
    const before = answered.get(idempotencyKey ?? '');
    if (before !== undefined) return before;
    const visitId = params['visitId'] ?? '';
    if (stored.some((one) => one.visitId === visitId)) {
      throw refuse('CHANGED_MEANWHILE', 'This visit was changed meanwhile.', 'changed_meanwhile');
    }
    stored.push({ visitId, minutes: (body as BodyOf<'completeVisit'>).actualMinutes });
    const answer = stands(visitId);
    answered.set(idempotencyKey ?? '', answer);
    return answer;
  };
  return {
    stored,
    answers: educatorAnswers({
      getHealth: () => ({ status: 'ok', now: '2026-11-22T17:00:00Z' }),
      getToday: () => ({
        ...emptyToday,
        toLog: ids
          .filter((visitId) => !stored.some((one) => one.visitId === visitId))
          .map((visitId) => ({ ...row, visitId })),
      }),
      getVisit: ({ params }) => stands(params['visitId'] ?? ''),
      completeVisit: complete,
    }),
  };
}
