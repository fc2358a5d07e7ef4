import * as z from 'zod';
import { HowItWas } from '../../domain/family/feedback.ts';
import { LanguageTag } from '../../domain/family/model.ts';
import { TimeBox } from '../../domain/family/parts-of-day.ts';
import { HopesWords } from '../../domain/hopes/model.ts';
import { StudentId, VisitId } from '../../domain/ids.ts';
import { VisitType } from '../../domain/policy/model.ts';
import { FamilyView } from '../family-view.ts';
import { type RouteDeclaration, route } from '../route.ts';

const link = z.string().max(200);
const linkParams = z.object({ link });
const visitParams = z.object({ link, visitId: VisitId });
const studentParams = z.object({ link, studentId: StudentId });

/** What a family is told after a change. */
export const Said = z.enum([
  'accepted',
  'wishes',
  'declined',
  'stopped',
  'welcome_back',
  'time_asked',
  'cancelled',
  'confirmed',
  'hopes_saved',
  'hopes_withdrawn',
  'news_again',
]);
export type Said = z.infer<typeof Said>;
const Done = z.object({ said: Said });

const query = z.object({
  /** A language the reader chose on the page. */
  lang: z.string().max(35).optional(),
  said: Said.optional().catch(undefined),
});

/** A box that may be ticked several times: a browser sends nothing, one value or many. */
const ticked = <S extends z.core.SomeType>(value: S) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(value).max(28),
  );
const words = (most: number) => z.string().trim().max(most).default('');

/** When, where and in which language, each of it left open if the family likes. */
const WishesForm = z.object({
  times: ticked(TimeBox),
  type: z.union([VisitType, z.literal('')]).default(''),
  place: words(120),
  interpreter: z.union([LanguageTag, z.literal('')]).default(''),
  note: words(300),
});
export type WishesForm = z.infer<typeof WishesForm>;

const common = {
  group: 'pages',
  scope: 'link',
  can: [],
  answers: 'page',
} as const satisfies Partial<RouteDeclaration>;
const page = {
  ...common,
  method: 'GET',
  query,
  response: FamilyView,
  errors: ['NOT_FOUND'],
  data: 'read',
} as const;
const change = {
  ...common,
  method: 'POST',
  query,
  response: Done,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
  data: 'write',
} as const;

/** Whatever else is asked for below a link, such as an address of a letter that was typed with a dot too many. */
export const restOfPages = 'ANY /f/{proxy+}';

/** What families do without an account, by their secret link. Opening a page changes nothing; forms need no JavaScript. */
export const pageRoutes = {
  getFamilyPage: route({
    ...page,
    path: '/f/{link}',
    summary: 'A family’s own page',
    params: linkParams,
  }),
  getFamilyStep: route({
    ...page,
    path: '/f/{link}/{step}',
    summary: 'A question to the family, or what is kept about it',
    params: z.object({ link, step: z.enum(['yes', 'no', 'stop', 'kept']) }),
  }),
  acceptAsFamily: route({
    ...change,
    path: '/f/{link}/yes',
    summary: 'The family would like a visit, or changes what would suit it',
    params: linkParams,
    body: WishesForm,
  }),
  declineAsFamily: route({
    ...change,
    path: '/f/{link}/no',
    summary: 'The family would not like a visit; one that is planned is cancelled',
    params: linkParams,
    body: z.object({}),
  }),
  stopContact: route({
    ...change,
    path: '/f/{link}/stop',
    summary: 'The family asks not to be contacted: everything stops',
    params: linkParams,
    body: z.object({}),
  }),
  allowContact: route({
    ...change,
    path: '/f/{link}/again',
    summary: 'The family may be contacted again',
    params: linkParams,
    body: z.object({}),
  }),
  resumeAnnouncementsAsFamily: route({
    ...change,
    path: '/f/{link}/news',
    summary: 'The reader of the link gets announcements of the program again',
    params: linkParams,
    body: z.object({}),
  }),
  getFamilyVisitStep: route({
    ...page,
    path: '/f/{link}/visits/{visitId}/{step}',
    summary: 'A question to the family about one visit',
    params: visitParams.extend({ step: z.enum(['time', 'cancel', 'how']) }),
  }),
  askAnotherTime: route({
    ...change,
    path: '/f/{link}/visits/{visitId}/time',
    summary: 'The family asks for another time; whoever leads the visit moves it',
    params: visitParams,
    body: WishesForm,
  }),
  cancelAsFamily: route({
    ...change,
    path: '/f/{link}/visits/{visitId}/cancel',
    summary: 'The family cancels one visit',
    params: visitParams,
    body: z.object({}),
  }),
  confirmVisit: route({
    ...change,
    path: '/f/{link}/visits/{visitId}/how',
    summary: 'The family confirms that a visit took place and says how it was: the proof of visit',
    params: visitParams,
    body: z.object({ how: HowItWas, words: words(600) }),
  }),
  getFamilyCalendar: route({
    ...page,
    answers: 'calendar',
    path: '/f/{link}/visits/{visitId}/calendar.ics',
    summary: 'A visit as a calendar file, without an address; a cancelled one as the file that takes it out',
    params: visitParams,
    response: z.object({ method: z.enum(['PUBLISH', 'CANCEL']), content: z.string() }),
  }),
  getFamilyHopes: route({
    ...page,
    path: '/f/{link}/hopes/{studentId}',
    summary: 'The hopes that were written down for one child, to correct or withdraw',
    params: studentParams,
  }),
  changeHopes: route({
    ...change,
    path: '/f/{link}/hopes/{studentId}',
    summary: 'The family corrects its hopes, or withdraws them: then none of the words is kept',
    params: studentParams,
    body: z.discriminatedUnion('act', [
      z.object({ act: z.literal('save'), words: HopesWords }),
      z.object({ act: z.literal('withdraw') }),
    ]),
  }),
};
