import { auditEntry } from '#functions/data/entities/audit.ts';
import { idempotencyRecord } from '#functions/data/entities/idempotency.ts';
import { membership } from '#functions/data/entities/identity.ts';
import { districtSetup, nationalDistrict } from '#functions/data/entities/national.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { nextPayBatch } from '#functions/data/entities/pay.ts';
import { appliedChange, nationalRollup, rollup } from '#functions/data/entities/rollups.ts';
import { rosterAlias, rosterProgress } from '#functions/data/entities/roster-imports.ts';
import { type Classified, classify, office, whileDistrict } from './classify.ts';

/** What the program itself needs to work: messages on their way, records of changes and requests, counts, accounts. */
export const machinery: readonly Classified[] = [
  classify(
    outboxMessage,
    { seenBy: 'nobody: what is still to be sent or done', kept: whileDistrict },
    { technical: ['messageId', 'status', 'leaseUntil', 'mailServiceId', 'dropped'], personal: ['body'] },
  ),
  classify(
    auditEntry,
    { seenBy: 'privacy officer', kept: whileDistrict },
    { technical: ['auditId', 'subject', 'actor', 'requestId'], work: ['event', 'at'] },
  ),
  classify(
    idempotencyRecord,
    { seenBy: 'nobody: what a request was answered', kept: 'one day' },
    { technical: ['actor', 'key', 'hash', 'at'], sensitive: ['response'] },
  ),
  classify(
    rollup,
    { seenBy: office, kept: whileDistrict },
    { work: ['year', 'counts'], technical: ['schoolId'] },
  ),
  classify(
    appliedChange,
    { seenBy: 'nobody: a change already counted', kept: 'one week' },
    { technical: ['eventId', 'at'] },
  ),
  classify(
    nationalRollup,
    { seenBy: 'the national office', kept: whileDistrict },
    { technical: ['districtId', 'of'], work: ['year', 'counts'] },
  ),
  classify(
    nationalDistrict,
    { seenBy: 'the national office', kept: whileDistrict },
    { technical: ['districtId'], work: ['name', 'state', 'timeZone', 'status', 'year'] },
  ),
  classify(
    districtSetup,
    { seenBy: 'the national office', kept: whileDistrict },
    { technical: ['districtId'], work: ['schoolYear', 'policy', 'fund'] },
  ),
  classify(
    membership,
    { seenBy: 'nobody: fills tokens', kept: whileDistrict },
    { technical: ['subject', 'version', 'active'], personal: ['place'] },
  ),
  classify(
    rosterProgress,
    { seenBy: 'nobody: how far an import is', kept: whileDistrict },
    { technical: ['importId', 'phase', 'done'], work: ['changed', 'notTaken', 'issues'] },
  ),
  classify(
    rosterAlias,
    { seenBy: 'nobody: one person under two roster ids', kept: whileDistrict },
    { technical: ['rosterPersonId', 'personId'] },
  ),
  classify(
    nextPayBatch,
    { seenBy: 'nobody: the order of batches', kept: whileDistrict },
    { technical: ['after', 'batchId'] },
  ),
];
