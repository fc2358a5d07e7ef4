import { refusalSentences } from '../../domain/refusal.ts';

/** What was refused or went wrong, by the `reason` of the server's answer, else by its code. */
export const problem = {
  no_connection: 'Porchlight cannot be reached right now. Check the connection and try again.',
  bad_request: 'Something in the form needs another look. Check it and try again.',
  not_signed_in: 'You have been signed out. Sign in again to go on.',
  not_allowed: 'Your account may not do this. Ask your coordinator if you think it should.',
  not_found: 'This is not here, or it is not yours to see.',
  link_ended: 'This link is no longer in use. Ask for a new one.',
  changed_meanwhile:
    'Someone else changed this a moment ago. Look at it as it is now, and repeat your change if it still fits.',
  repeated_with_other_content:
    'An earlier try may have arrived already. Load the page again and look before you send it once more.',
  too_large: 'This is too large to send.',
  too_many_requests: 'That was a lot at once. Wait a moment and try again.',
  internal: 'Something went wrong on our side. Try again in a moment.',
  busy: 'Porchlight did not answer. Try again in a moment.',
  ...refusalSentences,
} as const;
