/** “On this phone”: what waits to be sent, what was refused, and what is kept. */
export const waiting = {
  leadNothing: 'Nothing waits here. All that you wrote has arrived.',
  leadWaiting: 'It goes out by itself as soon as there is a connection.',
  leadRefused: 'Something was not taken. What you wrote is still here.',
  sent: 'Sent. Nothing waits on this phone any more.',
  stillAway: 'There is no connection yet. It stays safe on this phone.',
  refusedTitle: 'These need you',
  waitingTitle: 'These wait for a connection',
  writtenAt: 'Written on {{day}}, {{time}}',
  yours: 'What you wrote here',
  now: 'How it stands in Porchlight',
  nowUnknown: 'Cannot be looked up right now',
  nowReflection_one: 'Written, {{count}} version',
  nowReflection_other: 'Written, {{count}} versions',
  nowReflectionOwed: 'Not written yet',
  again: 'Look at it and write it anew',
  keepTheirs: 'Leave it as it is, delete mine',
  reallyTitle: 'Delete what you wrote?',
  reallyBody: 'It cannot be brought back. Porchlight stays as it is.',
  really: 'Delete it',
  keepMine: 'Keep it here',
  privacyTitle: 'What is kept on this phone',
  privacy1:
    'So that you can log a visit without a connection: your name, school and classes, your next visits with the children’s first names and the team, and which reflections you still owe. No home address, no pay, nothing of other families.',
  privacy2:
    'It is replaced each time Porchlight is open with a connection, and deleted after seven days, when you sign out, and when somebody else signs in.',
  privacy3: 'What you write without a connection stays until it has been sent. Only you can see and send it.',
} as const;
