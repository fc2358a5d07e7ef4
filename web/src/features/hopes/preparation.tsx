import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { ProtectedAreasNote } from '../../components/protected-areas-note.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Part } from '../../components/ui/part.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Quote } from '../../components/ui/quote.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { HopesOfChild } from './hopes-of-child.tsx';

const longest = 300;

/** With what a later visit opens: the hopes of the first, and what the family would like to talk about. */
export function Preparation({ visit }: { visit: Pick<Answer<'getVisit'>, 'visitId' | 'status'> }) {
  const { t } = useTranslation('hopes');
  const { permissions } = useMe();
  const may = permissions.includes('hopes:write');
  const query = useRead('getPreparation', { params: { visitId: visit.visitId } }, { enabled: may });
  if (!may) return null;
  return (
    <Loaded query={query} lines={5}>
      {(data) => (
        <>
          <Section title={t('title')} hint={t('hint')}>
            <Card>
              {data.students.map(({ studentId, givenName, hopes }) => (
                <Part key={studentId} title={givenName}>
                  <HopesOfChild hopes={hopes} none={t('none')} />
                </Part>
              ))}
            </Card>
          </Section>
          <Wants visit={visit} data={data} />
        </>
      )}
    </Loaded>
  );
}

interface WantsProps {
  visit: Pick<Answer<'getVisit'>, 'visitId' | 'status'>;
  data: Answer<'getPreparation'>;
}

function Wants({ visit, data }: WantsProps) {
  const { t } = useTranslation('hopes');
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const ahead = visit.status === 'proposed' || visit.status === 'scheduled';
  const wanted = data.familyWants;
  if (!ahead && wanted === null) return null;
  return (
    <Section title={t('wants.title')} hint={ahead ? t('wants.hint') : undefined}>
      <Card>
        <StatusLine>{saved && t('wants.saved')}</StatusLine>
        {editing ? (
          <WantsForm
            visitId={visit.visitId}
            data={data}
            onSaved={() => {
              setEditing(false);
              setSaved(true);
            }}
          />
        ) : (
          <>
            {wanted !== null &&
              (wanted.words === '' ? <p>{t('wants.open')}</p> : <Quote>{wanted.words}</Quote>)}
            {ahead && (
              <Actions>
                <Button onClick={() => setEditing(true)}>
                  {t(wanted === null ? 'wants.add' : 'wants.edit')}
                </Button>
              </Actions>
            )}
          </>
        )}
      </Card>
    </Section>
  );
}

interface WantsFormProps {
  visitId: string;
  data: Answer<'getPreparation'>;
  onSaved: () => void;
}

function WantsForm({ visitId, data, onSaved }: WantsFormProps) {
  const { t } = useTranslation('hopes');
  const [words, setWords] = useState(data.familyWants?.words ?? '');
  const save = useCommand('setFamilyWants', { onDone: onSaved });
  return (
    <Form
      onSubmit={() => save.send({ params: { visitId }, body: { words: words.trim(), rev: data.rev } })}
      errors={{}}
    >
      <TextAreaField
        label={t('wants.words')}
        help={t('wants.help')}
        optional
        rows={3}
        maxLength={longest}
        value={words}
        onChange={setWords}
      />
      <ProtectedAreasNote texts={[words]} />
      <ProblemAlert problem={save.problem} />
      <Button type="submit" wide pending={save.pending}>
        {t('wants.save')}
      </Button>
    </Form>
  );
}
