import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { type MailedTraining, trainingFacts, trainingNames } from '../training-words.ts';

/**
 * `seat`: one has a place; `changed`: at another time or place; `left`: one gave it back; `cancelled`: not held, and
 * `waitedInVain` the same for whoever only waited for a seat and has no entry in the calendar.
 */
export type TrainingNews = 'seat' | 'changed' | 'left' | 'cancelled' | 'waitedInVain';

/** What somebody who signed up for a training hears of it. */
export function trainingNews(data: {
  reader: Reader;
  letterhead: Letterhead;
  training: MailedTraining;
  news: TrainingNews;
}): RenderedMail {
  const { reader, letterhead, training, news } = data;
  const comes = news === 'seat' || news === 'changed';
  return compose(reader, letterhead, (say) => ({
    subject: say(`training.${news}Subject`, trainingNames(training, reader.language)),
    heading: say(`training.${news}Heading`),
    blocks: [
      { kind: 'paragraph', text: say(`training.${news}Intro`) },
      trainingFacts(training, reader.language, say),
      { kind: 'paragraph', text: say(comes ? 'training.free' : 'training.another') },
      { kind: 'button', label: say('training.button'), href: links.myTrainings(letterhead.webOrigin) },
    ],
  }));
}
