/** Every code that may be logged, with its meaning; alarms, queries and runbooks refer to these names. */
export const logCodes = {
  REQUEST_SERVED: 'One line for each request: district, route, status, milliseconds, capacity',
  REQUEST_FAILED: 'A request ended in an error we did not foresee; the person saw the request id',
  TOKEN_REFUSED: 'A token was missing, forged, expired or of a removed member',
  RESPONSE_UNFIT: 'An answer did not fit its declared schema and was withheld',
  RECORD_FAILED: 'One record of a batch failed; it will be tried again and then set aside',
  RECORD_UNKNOWN: 'A record of an unknown kind was set aside',
  REMINDER_DROPPED: 'A reminder was settled without mail: done already, declined or switched off',
  MAIL_SENT: 'The mail service accepted a message',
  MAIL_DROPPED: 'A message was not sent: settled, no address or suppressed',
  MAIL_UNCERTAIN: 'A message may or may not have been accepted; waiting for the mail service’s own event',
  MAIL_SENT_AGAIN: 'A message whose first attempt was never reported was sent a second time',
  MAIL_WAITS:
    'A message waits: another sender has it, the mail service takes nothing now, or it is not the hour',
  MAIL_FEEDBACK: 'The mail service reported a delivery, bounce or complaint',
  SWEEP_DONE: 'The reminder sweep ended: hours read, reminders due, digests asked for',
  IMPORT_DONE: 'A roster import ended',
  TASK_DONE: 'A task that crosses a fence was done',
  ROLLUP_APPLIED: 'Counts were moved by a batch of changes',
} as const;
export type LogCode = keyof typeof logCodes;
