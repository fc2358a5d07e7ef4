/**
 * Every reason for which a rule refuses, with the sentence that says what to do. The web catalogue has the same
 * keys under `problem`, one sentence per language; English is this one, which API clients get as `detail` too.
 */
export const refusalSentences = {
  year: {
    none: 'No school year holds that day. Ask the district to set up the school year.',
  },
  policy: {
    none: 'No policy holds on that day. Ask the district to set one that starts on or before it.',
    reaches_back: 'A policy cannot start in the past. Choose today or a later day.',
    fund_missing: 'The district has no fund for visits. Ask the national office to add one.',
  },
  family: {
    do_not_contact:
      'This family asked not to be contacted. If it changed its mind, it says so on its page, or your coordinator notes it.',
    no_email:
      'No adult of this family has an e-mail address that may be used. Invite by phone or with a letter.',
    not_invited: 'Record first that the family was invited, then what it answered.',
    already_accepted: 'This family already accepted. You can schedule a visit now.',
    already_declined: 'This family already declined. Nothing more needs to be recorded.',
    declined: 'This family declined for this school year. If it changes its mind, record that it accepted.',
    visit_scheduled: 'A visit with this family is scheduled. Cancel that visit first.',
    protected: 'Somebody asked not to be contacted. Only your coordinator can change that.',
    too_many_guardians: 'A family has room for twenty people. Take somebody out first.',
  },
  visit: {
    family_not_accepted: 'Record that the family accepted before you schedule a visit.',
    student_not_in_family: 'One of the students does not belong to this family. Choose again.',
    student_repeated: 'A student is named twice. Choose each student once.',
    already_scheduled: 'A visit with this student is already scheduled. Log or cancel it first.',
    not_after_last: 'A visit must come after the one before it. Choose a later day.',
    too_many: 'This student already has twelve visits this year. No more can be scheduled.',
    before_second_season: 'Second visits have a season of their own. Choose a day on which it has started.',
    first_is_hopes:
      'A first visit is about hopes and dreams. What the family would like to talk about comes with a later one.',
    still_proposed:
      'Not everybody had said yes when this visit began. If it took place all the same, write it down late with a reason.',
    in_the_past: 'A visit is arranged in advance. Choose a time that is still to come.',
    time_skipped: 'Clocks skip that time when daylight saving begins. Choose another time.',
    type_not_allowed: 'Your district does not offer this kind of visit. Choose another kind.',
    place_missing: 'Name the place the family prefers, such as a library.',
    school_grounds: 'School grounds are not a neutral place. Choose a library, a park or the family’s home.',
    place_is_address:
      'Write the name of the place, such as East Library. An address alone may be a home, and this text goes into mails and calendars.',
    place_not_kept: 'Leave the place empty: home addresses are never written here.',
    past_midnight: 'A visit ends on the day on which it began. Choose an earlier time or fewer minutes.',
    person_busy:
      'At that time there is another visit for {{names}}. Choose another time or another colleague.',
    you_busy: 'You have another visit at that time. Choose another time, or leave this one to others.',
    family_busy: 'This family has another visit at that time. Choose another time.',
    other_year: 'That day belongs to another school year. Cancel this visit and arrange a new one.',
    member_not_taking_part:
      'Somebody of this team does not take part in visits, or not yet. Choose a colleague who does.',
    take_part_first: 'Say first that you take part in visits, then answer this request.',
    said_no: 'You said no to this visit. Say yes first, or leave it to the others.',
    not_asked: 'You are not asked to come to this visit.',
    lead_stays: 'Whoever arranged a visit stays in its team. Change the visit or cancel it instead.',
    answer_too_late: 'This visit has begun already. Ask the colleague who arranged it.',
    too_long_ago: 'A visit can be written down up to 60 days later. Ask your district coordinator.',
    not_waiting: 'Somebody decided on this late entry already.',
    late_own: 'A late entry is approved by somebody who was not part of the visit. Ask a colleague.',
    team_repeats: 'The same person is in the team twice. Choose each colleague once.',
    team_too_small: 'This team is too small for your district’s policy. Add a colleague.',
    team_too_large: 'This team is too large for your district’s policy. Leave a colleague out.',
    team_not_certified:
      'Too few of this team are certified on the day of the visit. Choose a certified colleague or another day.',
    partner_elsewhere: 'A colleague you chose does not work at your school. Choose someone who does.',
    present_not_in_team: 'Only people of the team can be logged as present. Check who was there.',
    too_few_present: 'Too few people of the team were present. Record that it did not take place.',
    not_started: 'This visit has not started yet. Log it once it took place.',
    not_scheduled: 'This visit was already logged or cancelled. Nothing more needs to be done.',
  },
  reflection: {
    already_written: 'You have written this reflection already. You can still change it.',
    not_offered: 'Your colleague has not offered these words, or has taken them back. Write your own.',
    not_written: 'Write the reflection first. Looking back comes some weeks later.',
  },
  contact: {
    day_to_come: 'Write down what has been. Choose today or an earlier day.',
    not_own: 'Only the colleague who wrote this can change it.',
  },
  hopes: {
    before_first: 'Hopes are written down after the first visit. Log that visit first.',
    family_wrote: 'The family has put its hopes into its own words. Please leave them as they are.',
    withdrawn: 'The family took its hopes back. Please do not write them down again.',
  },
  claim: {
    unpaid: 'Your district does not pay for visits, so there is nothing to send in.',
    not_open: 'This claim was already sent in. Nothing more needs to be done.',
    not_submitted: 'This claim is not waiting for approval. Reload the list.',
    not_approved: 'Only an approved claim can be paid.',
    own: 'You cannot decide on your own claim. Ask another approver.',
    visit_not_completed: 'The visit is not logged as done, so it cannot be paid. Log it first.',
    not_certified: 'There was no valid certificate on the day of the visit, so it cannot be paid.',
    reflection_missing: 'Write your reflection first, then send in the claim.',
    late: 'The day by which this claim was due has passed, so it cannot be paid.',
    fund_closed: 'The fund for visits is not open. Ask your district coordinator.',
  },
  pay: {
    nothing_approved: 'No approved claim is waiting up to that day. Choose a later day or approve claims.',
    day_to_come: 'Choose today or an earlier day.',
  },
  person: {
    email_taken: 'Another person of this district has that e-mail address. Use a different one.',
    email_missing: 'Add an e-mail address first, then send the invitation.',
    role_missing: 'Give this person a role first, then send the invitation.',
    own_roles: 'You cannot stop being a district coordinator yourself. Ask another district coordinator.',
    school_unknown: 'One of the schools is not a school of this district. Choose again.',
  },
  announcement: {
    nobody:
      'There is no family to write to here: the roster is not in yet, or every family asked for no mail.',
  },
  words: {
    duty: 'Visits are voluntary for all (core practice 1), and some of these words say otherwise. Change them, then try again.',
  },
  class_list: {
    year_over: 'A class list is for this school year or a coming one. Choose again.',
    name_taken:
      'This school has a class list of that name already. Add the students to it, or choose another name.',
    educator_elsewhere: 'One of the educators does not work at this school. Choose again.',
    student_elsewhere: 'One of the students is at another school. Write the student down as a new one.',
    school_name_taken: 'The district has a school of that name already.',
  },
  merge: {
    same_student: 'That is one and the same student already.',
    same_household: 'They are in one household already.',
    in_roster: 'The roster names both of them, so they are two students. Mend the roster if it is wrong.',
    both_visited:
      'Both were visited at the same time, so they may be two after all. Compare the visits before you go on.',
    visit_open: 'One of them has a visit that is not logged yet. Log or cancel it first.',
    declined:
      'One of the families declined, and a visit is arranged with the other. Cancel that visit first.',
    too_large:
      'These households are too large to become one while so much is still ahead of them. Cancel or log visits that are arranged, or take out adults who are written down twice, then try again.',
    hopes_too_long: 'Hopes are written for both, too long to stand together. Shorten one of them first.',
  },
  training: {
    to_come: 'A training can be recorded once it has begun.',
    over: 'This training has begun or is over. Choose one that is still to come.',
    not_planned: 'This training was recorded after it was held, so there is nothing to sign up for.',
    cancelled: 'This training was cancelled. Choose another one.',
    full: 'This training and its waiting list are full. Choose another one, or ask for a second one.',
    seats_taken: 'More people than that have signed up already. Choose at least as many seats.',
    time_skipped: 'Clocks skip that time when daylight saving begins. Choose another time.',
    own_school: 'As a trainer you hold trainings for your own school. Choose that school.',
    trainers_by_office: 'Trainers are trained by the district. Ask a coordinator to set this training up.',
    no_certificate: 'This training is for people who hold a certificate. Sign up for an initial training.',
    lapsed: 'Your certificate will have ended by then. Sign up for an initial training.',
    too_early: 'Your certificate cannot be renewed yet on that day. Choose a renewal closer to its last day.',
    still_certified:
      'You are still certified on that day. A renewal will do, closer to your certificate’s last day.',
  },
} as const;

type Sentences = typeof refusalSentences;
export type RefusalReason = {
  [Area in keyof Sentences]: `${Area}.${keyof Sentences[Area] & string}`;
}[keyof Sentences];

/** A rule says no. The person can do something about it, and the sentence says what. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  /** Those of whom the sentence speaks: only people whom the asker may see. */
  readonly names: readonly string[];

  constructor(reason: RefusalReason, names: readonly string[] = []) {
    const [area = '', name = ''] = reason.split('.');
    const sentence = (refusalSentences as Record<string, Record<string, string>>)[area]?.[name] ?? reason;
    super(sentence.replace('{{names}}', () => new Intl.ListFormat('en').format(names)));
    this.name = 'Refusal';
    this.reason = reason;
    this.names = names;
  }
}

/** Refuses with the reason unless the condition holds; `names` are those of whom its sentence speaks. */
export function refuseUnless(
  condition: boolean,
  reason: RefusalReason,
  names: readonly string[] = [],
): asserts condition {
  if (!condition) throw new Refusal(reason, names);
}
