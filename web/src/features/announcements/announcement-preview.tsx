import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import type { useAnnouncement } from './use-announcement.ts';

interface AnnouncementPreviewProps {
  seen: Answer<'previewAnnouncement'>;
  announcement: ReturnType<typeof useAnnouncement>;
}

/** The mail as it will be read, and the button that sends it. */
export function AnnouncementPreview({ seen, announcement }: AnnouncementPreviewProps) {
  const { t } = useTranslation('announcement');
  const { send, back } = announcement;
  useEffect(() => {
    // The form went away with its button: reading begins at the top of what took its place.
    document.querySelector<HTMLElement>('h1')?.focus();
  }, []);
  return (
    <>
      <p>
        {t('preview.reach', { count: seen.families })} {t('preview.who')}
      </p>
      <p className="pl-hint">{t('preview.sample')}</p>
      {seen.mails.map(({ language, subject, text }) => (
        <Section key={language} title={t(language === 'en' ? 'write.english' : 'write.spanish')}>
          <Card>
            <p className="pl-mail-subject">
              {t('preview.subject')}: <span lang={language}>{subject}</span>
            </p>
            <div className="pl-mail-text" lang={language}>
              {text}
            </div>
          </Card>
        </Section>
      ))}
      <ProblemAlert problem={send.problem} />
      <Actions>
        <Button look="primary" pending={send.pending} onClick={send.now}>
          {t('preview.send', { count: seen.families })}
        </Button>
        <Button look="quiet" onClick={back}>
          {t('preview.change')}
        </Button>
      </Actions>
    </>
  );
}
