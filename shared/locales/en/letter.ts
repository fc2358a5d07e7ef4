/** A printed invitation, and what to say on the phone: in the family's language, whatever the reader's own is. */
export const letter = {
  dear: 'Dear {{names}},',
  dearFamilyOf: 'Dear family of {{names}},',
  title: 'May we visit you?',
  intro:
    'This invitation comes from {{educators}} of {{school}}. We offer every family a visit, so that we get to know each other.',
  introNoNames: 'We work at {{school}}. We offer every family a visit, so that we get to know each other.',
  points: {
    choice: {
      title: 'It is your choice',
      text: 'Yes and no are both fine. A no changes nothing for your child.',
    },
    everyone: { title: 'It is for everyone', text: 'Nobody is picked out. All families are invited.' },
    place: {
      title: 'Where and when you like',
      text: 'At your home, or in a library, a park or a café. Two of us come, for 30 to 40 minutes.',
    },
    listen: {
      title: 'We come to listen',
      text: 'Tell us about your child and what you hope for. No papers, no grades, no cost.',
    },
    language: { title: 'In your language', text: 'Would you like an interpreter? Tell us. It is free.' },
  },
  scanTitle: 'Answer with your phone',
  scan: 'Point the camera at this square. You need no account and no password.',
  scanOwn: 'It opens the page of your family. Please keep it for yourselves.',
  cut: 'Or fill in this part, cut it off and send it back with your child',
  cutByHand: 'Or fill in this part, cut it off and give it back to us',
  yes: 'Yes, we would like a visit',
  no: 'Not this year, thank you',
  times: 'Days and times that suit us',
  home: 'At our home',
  elsewhere: 'At another place',
  interpreter: 'We would like an interpreter. Language',
  name: 'Your name',
  reach: 'How we reach you best',
  about: 'About {{names}}',
  thanks: 'Thank you!',
  call: {
    hello: 'Hello, this is {{name}} from {{school}}. Is this a good moment?',
    offer:
      'We offer every family a visit, to get to know each other. Two of us come for about half an hour, to your home or to a place you like.',
    choice: 'It is your choice. Yes and no are both fine, and you can take your time.',
    ask: 'Would you like that? Which days suit you? Would you like an interpreter?',
    thanks: 'Thank you for talking with me about {{children}}.',
  },
} as const;
