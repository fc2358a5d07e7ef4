import { noAnnouncements } from '#functions/data/entities/families.ts';
import { announcement, announcementFamilies, schoolGoal } from '#functions/data/entities/schools.ts';
import { type Classified, classify, office, whileDistrict } from './classify.ts';

/** What is kept about a school as a whole, and what it wrote to its families. */
export const schools: readonly Classified[] = [
  classify(
    schoolGoal,
    { seenBy: office, kept: whileDistrict },
    { technical: ['schoolId'], work: ['year', 'percent'] },
  ),
  classify(
    announcement,
    { seenBy: `${office}; the families it was sent to read its words`, kept: whileDistrict },
    {
      technical: ['announcementId', 'schoolId', 'done'],
      work: ['year', 'audience', 'versions', 'sentAt', 'families', 'mails', 'withoutMail'],
      personal: ['sentBy', 'sentByName'],
    },
  ),
  classify(
    noAnnouncements,
    { seenBy: 'nobody; only for the sending', kept: whileDistrict },
    { technical: ['familyId', 'guardianId'], sensitive: ['since'] },
  ),
  classify(
    announcementFamilies,
    { seenBy: 'nobody; only for the sending', kept: '90 days' },
    { technical: ['announcementId', 'schoolId', 'familyIds'], work: ['sentAt'] },
  ),
];
