import './letters.css';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useNames } from '../../i18n/names.ts';
import { type LetterLanguage, letterLanguageOf, letterLanguages } from './family-words.ts';
import { type Letter, type LetterSet, LetterSheet, type Paper } from './letter-sheet.tsx';
import { NoteInvitations } from './note-invitations.tsx';

type Otherwise = LetterLanguage | 'both';
const papers: readonly Paper[] = ['letter', 'a4'];
const otherwises: readonly Otherwise[] = ['both', ...letterLanguages];

/** Letters that were just made: how to print them, and, once they are on their way, the note of it. */
export function LettersReady({ set, onAgain }: { set: LetterSet; onAgain: () => void }) {
  const { t } = useTranslation('letters');
  const names = useNames();
  const [paper, setPaper] = useState<Paper>('letter');
  const [otherwise, setOtherwise] = useState<Otherwise>('both');
  const childrenOf = ({ students }: Letter) => names.all(students.map(({ givenName }) => givenName));
  const unclear = set.letters.some(({ language }) => letterLanguageOf(language) === null);
  const inPerson = set.letters.filter(({ byHand }) => byHand);
  return (
    <>
      <div className="pl-no-print pl-form">
        <StatusLine>{t('ready', { count: set.letters.length })}</StatusLine>
        {set.leftOut > 0 && <Notice>{t('leftOut', { count: set.leftOut })}</Notice>}
        {inPerson.length > 0 && (
          <Notice tone="bad">
            {t('byHand', { names: inPerson.map((letter) => childrenOf(letter)).join(', ') })}
          </Notice>
        )}
        <p>{t('onlyNow')}</p>
        <RadioField
          label={t('paper')}
          columns
          choices={papers.map((value) => ({ value, label: t(`paper_${value}`) }))}
          value={paper}
          onChange={setPaper}
        />
        {unclear && (
          <RadioField
            label={t('other')}
            columns
            choices={otherwises.map((value) => ({ value, label: t(`other_${value}`) }))}
            value={otherwise}
            onChange={setOtherwise}
          />
        )}
        <Button look="primary" icon={<IconPrinter size={22} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <NoteInvitations letters={set.letters} />
        <Button look="quiet" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
      <div className="pl-sheets">
        {set.letters.flatMap((letter) =>
          languagesFor(letter, otherwise).map((language) => (
            <LetterSheet
              key={`${letter.familyId} ${language}`}
              set={set}
              letter={letter}
              language={language}
              paper={paper}
              label={t('letterFor', { names: childrenOf(letter) })}
            />
          )),
        )}
      </div>
    </>
  );
}

/** The family's own language; else what was chosen for families whose language has no letter or is not known. */
function languagesFor({ language }: Letter, otherwise: Otherwise): readonly LetterLanguage[] {
  const own = letterLanguageOf(language);
  if (own !== null) return [own];
  return otherwise === 'both' ? letterLanguages : [otherwise];
}
