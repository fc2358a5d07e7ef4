import { newSecret } from '#functions/adapters/secrets.ts';
import { addContact } from '#functions/app/contacts/add-contact.ts';
import { correctContact } from '#functions/app/contacts/correct-contact.ts';
import { listContacts } from '#functions/app/contacts/list-contacts.ts';
import { removeContact } from '#functions/app/contacts/remove-contact.ts';
import { listFamilyLinks, revokeFamilyLinks } from '#functions/app/families/family-links.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { getHopes } from '#functions/app/hopes/get-hopes.ts';
import { writeHopes } from '#functions/app/hopes/write-hopes.ts';
import { addGuardian } from '#functions/app/households/add-guardian.ts';
import { changeFamily } from '#functions/app/households/change-family.ts';
import { changeGuardian } from '#functions/app/households/change-guardian.ts';
import { removeGuardian } from '#functions/app/households/remove-guardian.ts';
import { resumeAnnouncements } from '#functions/app/households/resume-announcements.ts';
import { makeClassLetters } from '#functions/app/letters/make-class-letters.ts';
import { makeFamilyLetter } from '#functions/app/letters/make-family-letter.ts';
import { getClassQueue } from '#functions/app/queue/get-class-queue.ts';
import { getSchoolQueue } from '#functions/app/queue/get-school-queue.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { contactRoutes } from '#shared/contract/routes/contacts.ts';
import { familyRoutes } from '#shared/contract/routes/families.ts';
import { familyLinkRoutes } from '#shared/contract/routes/family-links.ts';
import { hopesRoutes } from '#shared/contract/routes/hopes.ts';
import { householdRoutes } from '#shared/contract/routes/households.ts';
import { letterRoutes } from '#shared/contract/routes/letters.ts';
import { queueRoutes } from '#shared/contract/routes/queue.ts';

export const handler = httpHandler(
  {
    ...familyRoutes,
    ...queueRoutes,
    ...letterRoutes,
    ...householdRoutes,
    ...familyLinkRoutes,
    ...contactRoutes,
    ...hopesRoutes,
  },
  {
    inviteFamily,
    recordAnswer,
    getClassQueue,
    getSchoolQueue,
    makeClassLetters,
    makeFamilyLetter,
    changeFamily,
    addGuardian,
    changeGuardian,
    removeGuardian,
    resumeAnnouncements,
    listFamilyLinks,
    revokeFamilyLinks,
    listContacts,
    addContact,
    correctContact,
    removeContact,
    getHopes,
    writeHopes,
  },
  { newSecret },
);
