import type { Answer } from '#shared/contract/client.ts';
import { filled, type LetterLanguage, type LetterWords, letterWords, listed } from './family-words.ts';
import { QrCode } from './qr-code.tsx';

export type LetterSet = Answer<'makeClassLetters'>;
export type Letter = LetterSet['letters'][number];
export type Paper = 'letter' | 'a4';

interface LetterSheetProps {
  set: LetterSet;
  letter: Letter;
  language: LetterLanguage;
  paper: Paper;
  /** Names the sheet for those who listen to the page. */
  label: string;
}

const points = ['choice', 'everyone', 'place', 'listen', 'language'] as const;

/** One letter on one sheet, in the family's language, with the reply slip at its foot. */
export function LetterSheet({ set, letter, language, paper, label }: LetterSheetProps) {
  const words = letterWords(language);
  const children = listed(
    letter.students.map(({ givenName }) => givenName),
    language,
  );
  const educators = listed(set.educators, language);
  const adults = letter.guardians.slice(0, 4);
  return (
    <article className={`pl-sheet pl-sheet-${paper}`} lang={language} aria-label={label}>
      <header className="pl-sheet-from">
        <span>{set.school}</span>
        <span>{set.className}</span>
      </header>
      <p className="pl-sheet-dear">
        {adults.length > 0
          ? filled(words.dear, { names: listed(adults, language) })
          : filled(words.dearFamilyOf, { names: children })}
      </p>
      <h2>{words.title}</h2>
      <p>
        {filled(set.educators.length > 0 ? words.intro : words.introNoNames, {
          educators,
          school: set.school,
        })}
      </p>
      <dl className="pl-sheet-points">
        {points.map((point) => (
          <div key={point}>
            <dt>{words.points[point].title}</dt>
            <dd>{words.points[point].text}</dd>
          </div>
        ))}
      </dl>
      <div className="pl-sheet-scan">
        <QrCode value={`${window.location.origin}${letter.path}`} label={words.scanTitle} />
        <div>
          <h3>{words.scanTitle}</h3>
          <p>{words.scan}</p>
          <p>{words.scanOwn}</p>
          <p>
            {words.thanks}
            <br />
            {educators}
          </p>
        </div>
      </div>
      <ReplySlip set={set} words={words} childrenNames={children} byHand={letter.byHand} />
    </article>
  );
}

function ReplySlip({
  set,
  words,
  childrenNames,
  byHand,
}: {
  set: LetterSet;
  words: LetterWords;
  childrenNames: string;
  byHand: boolean;
}) {
  const about = [filled(words.about, { names: childrenNames }), set.className, set.school];
  return (
    <section className="pl-slip">
      <p className="pl-slip-cut">{byHand ? words.cutByHand : words.cut}</p>
      <ul className="pl-slip-choices">
        <li className="pl-slip-box">{words.yes}</li>
        <li className="pl-slip-box">{words.no}</li>
      </ul>
      <p className="pl-slip-line">{words.times}</p>
      <ul className="pl-slip-choices">
        <li className="pl-slip-box">{words.home}</li>
        <li className="pl-slip-box pl-slip-line">{words.elsewhere}</li>
      </ul>
      <p className="pl-slip-box pl-slip-line">{words.interpreter}</p>
      <p className="pl-slip-line">{words.name}</p>
      <p className="pl-slip-line">{words.reach}</p>
      <p className="pl-slip-about">{about.filter((one) => one !== null && one !== '').join(' · ')}</p>
    </section>
  );
}
