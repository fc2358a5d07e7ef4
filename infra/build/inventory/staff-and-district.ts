import { accountLink } from '#functions/data/entities/accounts.ts';
import { payBatch, payLine } from '#functions/data/entities/pay.ts';
import {
  certificate,
  digest,
  emailOwner,
  person,
  placement,
  preferences,
  suppression,
  unsubscribeLink,
} from '#functions/data/entities/people.ts';
import { school } from '#functions/data/entities/roster.ts';
import { rosterImport } from '#functions/data/entities/roster-imports.ts';
import { district, fund, policy, schoolYear } from '#functions/data/entities/settings.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { claim, reminder } from '#functions/data/entities/visits.ts';
import { type Classified, classify, office, whileDistrict } from './classify.ts';

/** What is kept about staff, the district itself, and pay. */
export const staffAndDistrict: readonly Classified[] = [
  classify(
    district,
    { seenBy: 'everyone of the district, the national office', kept: whileDistrict },
    { technical: ['districtId'], work: ['name', 'state', 'timeZone'] },
  ),
  classify(
    schoolYear,
    { seenBy: 'everyone of the district', kept: whileDistrict },
    {
      work: [
        'year',
        'opensOn',
        'firstDay',
        'lastDay',
        'closesOn',
        'secondVisitFrom',
        'secondVisitUntil',
        'holidays',
      ],
    },
  ),
  classify(
    policy,
    { seenBy: 'everyone of the district', kept: whileDistrict },
    { work: ['from', 'settings'], technical: ['fundId'] },
  ),
  classify(
    fund,
    { seenBy: 'district coordinators, payroll', kept: whileDistrict },
    { technical: ['fundId'], work: ['name', 'accountCode'] },
  ),
  classify(
    school,
    { seenBy: 'everyone of the district', kept: whileDistrict },
    { technical: ['schoolId', 'rosterId'], work: ['name', 'roster'] },
  ),
  classify(
    person,
    { seenBy: `the person, ${office}`, kept: whileDistrict },
    {
      technical: ['personId', 'account'],
      personal: [
        'name',
        'email',
        'language',
        'employeeId',
        'mailProblem',
        'roster',
        'participation',
        'languages',
        'freeTimes',
      ],
      work: ['roles', 'schoolIds', 'certificate'],
    },
  ),
  classify(
    placement,
    { seenBy: 'colleagues of the school', kept: whileDistrict },
    {
      technical: ['personId', 'schoolId'],
      personal: ['name', 'languages', 'freeTimes'],
      work: ['certificate', 'willing'],
    },
  ),
  classify(
    certificate,
    { seenBy: `the person, ${office}`, kept: whileDistrict },
    { technical: ['personId', 'trainingId'], work: ['issuedOn', 'expiresOn'] },
  ),
  classify(
    preferences,
    { seenBy: 'the person', kept: whileDistrict },
    { technical: ['personId'], personal: ['seasonalPrompts'] },
  ),
  classify(
    unsubscribeLink,
    { seenBy: 'nobody: a hash', kept: 'one year' },
    { technical: ['personId', 'hash', 'expiresAt'] },
  ),
  classify(
    digest,
    { seenBy: 'nobody: the lease of one mail', kept: whileDistrict },
    { technical: ['personId', 'day', 'status', 'leaseUntil', 'mailServiceId', 'reminders'] },
  ),
  classify(
    accountLink,
    { seenBy: 'nobody: tells which sign-in a person has', kept: whileDistrict },
    { technical: ['personId', 'subject'] },
  ),
  classify(
    emailOwner,
    { seenBy: 'nobody: keeps addresses unique', kept: whileDistrict },
    { personal: ['email'], technical: ['personId'] },
  ),
  classify(
    suppression,
    { seenBy: office, kept: whileDistrict },
    { personal: ['email'], work: ['because'], technical: ['at'] },
  ),
  classify(
    training,
    { seenBy: office, kept: whileDistrict },
    {
      technical: ['trainingId', 'schoolId', 'cancelledAt', 'sequence'],
      work: ['title', 'kind', 'heldOn', 'plan', 'signedUp', 'waiting', 'completedBy'],
    },
  ),
  classify(
    attendance,
    { seenBy: `the person, ${office}`, kept: whileDistrict },
    { technical: ['trainingId', 'personId', 'signedUpAt'], personal: ['name'], work: ['status', 'minutes'] },
  ),
  classify(
    rosterImport,
    { seenBy: 'district coordinators', kept: whileDistrict },
    {
      technical: ['importId', 'status', 'format', 'startedAt', 'finishedAt'],
      work: ['fileName', 'found', 'changed', 'notTaken', 'issues', 'failure'],
    },
  ),
  classify(
    claim,
    { seenBy: 'the payee, approvers of the school, payroll', kept: whileDistrict },
    {
      technical: ['visitId', 'personId', 'schoolId', 'fundId', 'batchId'],
      personal: ['personName', 'cents', 'approvedBy', 'returnedBecause'],
      work: [
        'year',
        'status',
        'visitDate',
        'rule',
        'units',
        'hundredthsOfHour',
        'accountCode',
        'dueOn',
        'submittedAt',
        'approvedAt',
      ],
    },
  ),
  classify(
    reminder,
    { seenBy: 'nobody: what is still to be said', kept: whileDistrict },
    {
      technical: ['rule', 'personId', 'visitId', 'studentId', 'occurrence', 'dueAt', 'status', 'sentAt'],
      work: ['expiresOn'],
    },
  ),
  classify(
    payBatch,
    { seenBy: 'payroll', kept: whileDistrict },
    {
      technical: ['batchId', 'fileKey', 'sha256', 'status'],
      work: ['through', 'closedAt', 'lines', 'totalCents'],
      personal: ['closedBy'],
    },
  ),
  classify(
    payLine,
    { seenBy: 'payroll', kept: whileDistrict },
    {
      technical: ['batchId', 'number', 'visitId', 'personId'],
      personal: ['employeeId', 'name', 'cents', 'approvedBy'],
      work: ['school', 'visitDate', 'kind', 'units', 'hundredthsOfHour', 'rateCents', 'accountCode'],
    },
  ),
];
