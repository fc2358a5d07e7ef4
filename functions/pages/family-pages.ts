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
