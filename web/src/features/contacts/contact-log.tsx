import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useKeptCommand } from '../../app/offline/use-kept-command.ts';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { ContactEntry } from './contact-entry.tsx';
import { ContactForm } from './contact-form.tsx';

type Said = 'added' | 'onPhone' | 'changed' | 'removed';

/** When staff and the family spoke between the visits, newest first, with the quick way to write down one more. */
export function ContactLog({ data }: { data: Answer<'getFamily'> }) {
  const { permissions } = useMe();
  return permissions.includes('contact:write') ? <Log data={data} /> : null;
}

function Log({ data }: { data: Answer<'getFamily'> }) {
  const { t } = useTranslation('contact');
  const { familyId } = data.family;
  const list = useReadList('listContacts', { params: { familyId }, query: { limit: 10 } });
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const add = useKeptCommand('addContact', {
    onDone: (kept) => {
      setAdding(false);
      setSaid(kept === 'sent' ? 'added' : 'onPhone');
    },
  });
  // Whoever is not to be reached is no choice here either; why is never kept.
  const adults = data.guardians.filter(({ noContact }) => !noContact).map(({ name }) => name);
  return (
    <Section title={t('title')} hint={t('hint')}>
      <StatusLine>{said !== null && t(said)}</StatusLine>
      {adding ? (
        <Card>
          <ContactForm
            adults={[...new Set(adults)]}
            pending={add.pending}
            problem={add.problem}
            onSave={(body) =>
              add.send(
                { params: { familyId }, body },
                { title: `${t('title')}: ${body.with}`, lines: [body.line] },
              )
            }
            onCancel={() => setAdding(false)}
          />
        </Card>
      ) : (
        <div>
          <Button
            onClick={() => {
              setSaid(null);
              setAdding(true);
            }}
          >
            {t('add')}
          </Button>
        </div>
      )}
      <Loaded query={list} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="pl-hint">
              {t('none')} {t('noneHint')}
            </p>
          ) : (
            <>
              <ul className="pl-card pl-rows">
                {items.map((entry) => (
                  <li key={entry.contactId}>
                    <ContactEntry entry={entry} adults={adults} onSaid={setSaid} />
                  </li>
                ))}
              </ul>
              <MoreButton query={list} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
