import type { FamilyView } from '#shared/contract/family-view.ts';
import type { PageFrame } from './frame.ts';
import { homePage } from './home-page.ts';
import { keptPage } from './kept-page.ts';
import { cancelPage, hopesPage, howPage, noPage, stopPage, timePage, yesPage } from './question-pages.ts';

/** Renders a page of a family out of its view; `params` are those of the page's address. */
export type RenderPage = (
  view: FamilyView,
  frame: PageFrame,
  params: Readonly<Record<string, string>>,
) => string;

const steps = { yes: yesPage, no: noPage, stop: stopPage, kept: keptPage };
const visitSteps = { time: timePage, cancel: cancelPage, how: howPage };

/** How each page of the contract looks. */
export const familyPages: Readonly<
  Record<'getFamilyPage' | 'getFamilyStep' | 'getFamilyVisitStep' | 'getFamilyHopes', RenderPage>
> = {
  getFamilyPage: homePage,
  getFamilyStep: (view, frame, { step }) => (steps[step as keyof typeof steps] ?? homePage)(view, frame),
  getFamilyVisitStep(view, frame, { visitId, step }) {
    const visit = [...view.ahead, ...view.past].find((one) => one.visitId === visitId);
    const page = visitSteps[step as keyof typeof visitSteps];
    return visit === undefined || page === undefined ? homePage(view, frame) : page(view, frame, visit);
  },
  getFamilyHopes(view, frame, { studentId }) {
    const about = view.hopes.find((one) => one.studentId === studentId);
    return about === undefined ? homePage(view, frame) : hopesPage(view, frame, about);
  },
};

/** Where a form stands: the page that is rendered, and its step when the page has several. */
interface FormPage {
  readonly page: keyof typeof familyPages;
  readonly step?: string;
}
const home: FormPage = { page: 'getFamilyPage' };
const step = (name: keyof typeof steps): FormPage => ({ page: 'getFamilyStep', step: name });
const ofVisit = (name: keyof typeof visitSteps): FormPage => ({ page: 'getFamilyVisitStep', step: name });

/**
 * A visit that is not planned any more has no question of its own; what would suit the family can still be sent with a
 * yes.
 */
const pagesOfForms: Readonly<Record<string, readonly FormPage[]>> = {
  acceptAsFamily: [step('yes')],
  declineAsFamily: [step('no')],
  stopContact: [step('stop')],
  askAnotherTime: [ofVisit('time'), step('yes')],
  cancelAsFamily: [ofVisit('cancel')],
  confirmVisit: [ofVisit('how')],
  changeHopes: [{ page: 'getFamilyHopes' }],
};

/** Where what was refused comes back to: the first of these pages that opens, at last the family's first one. */
export const pagesAfterRefusal = (routeId: string): readonly FormPage[] => [
  ...(pagesOfForms[routeId] ?? []),
  home,
];
