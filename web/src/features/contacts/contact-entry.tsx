import './contact-entry.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { SideActions } from '../../components/ui/side-actions.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { ContactForm } from './contact-form.tsx';

type Contact = Answer<'listContacts'>['items'][number];

interface ContactEntryProps {
  entry: Contact;
  adults: readonly string[];
  onSaid: (said: 'changed' | 'removed') => void;
}

/** One line of the log; whoever wrote it can change it or take it away. */
export function ContactEntry({ entry, adults, onSaid }: ContactEntryProps) {
  const { t } = useTranslation('contact');
  const { personId } = useMe();
  const dates = useDates();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const params = { familyId: entry.familyId, day: entry.on, contactId: entry.contactId };
  const correct = useCommand('correctContact', {
    onDone: () => {
      setEditing(false);
      onSaid('changed');
    },
  });
  if (editing) {
    return (
      <div className="pl-contact-entry">
        <ContactForm
          adults={adults}
          entry={entry}
          pending={correct.pending}
          problem={correct.problem}
          onSave={({ with: withWhom, how, direction, line }) =>
            correct.send({ params, body: { with: withWhom, how, direction, line, rev: entry.rev } })
          }
          onCancel={() => setEditing(false)}
        />
      </div>
    );
  }
  return (
    <div className="pl-contact-entry">
      <span className="pl-row-title">{entry.line}</span>
      <span className="pl-row-detail">
        {t('row', { way: t(`way.${entry.how}`), name: entry.with })}
        {' · '}
        {t('rowDetail', {
          who: t(`direction.${entry.direction}`),
          day: dates.shortDay(entry.on),
          author: entry.byName,
        })}
      </span>
      {entry.askedForVisit && <Tag tone="good">{t('askedTag')}</Tag>}
      {entry.by === personId && (
        <SideActions>
          <Button look="quiet" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
          <Button look="quiet" onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        </SideActions>
      )}
      {removing && (
        <RemoveDialog
          params={params}
          rev={entry.rev}
          onClose={() => setRemoving(false)}
          onRemoved={() => onSaid('removed')}
        />
      )}
    </div>
  );
}

interface RemoveDialogProps {
  params: { familyId: string; day: string; contactId: string };
  rev: number;
  onClose: () => void;
  onRemoved: () => void;
}

function RemoveDialog({ params, rev, onClose, onRemoved }: RemoveDialogProps) {
  const { t } = useTranslation('contact');
  const remove = useCommand('removeContact', {
    onDone: () => {
      onClose();
      onRemoved();
    },
  });
  return (
    <ConfirmDialog
      title={t('removeTitle')}
      yes={t('removeYes')}
      no={t('removeNo')}
      look="danger"
      pending={remove.pending}
      problem={remove.problem}
      onYes={() => remove.send({ params, body: { rev } })}
      onClose={onClose}
    >
      <p>{t('removeBody')}</p>
    </ConfirmDialog>
  );
}
