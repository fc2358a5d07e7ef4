import './announcements.css';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useAskAgain } from '../../app/read-on.ts';
import { useArrival } from '../../app/said.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card, CardList } from '../../components/ui/card.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Progress } from '../../components/ui/progress.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';

type Announcement = Answer<'listAnnouncements'>['items'][number];

/** What was written to the families of a school, the newest first. */
export function AnnouncementsPage() {
  const { t } = useTranslation(['announcement', 'shell']);
  const { schoolId } = useParams({ from: '/signed-in/school-board/$schoolId/announcements' });
  const query = useReadList('listAnnouncements', { params: { schoolId }, query: {} });
  const sent = useArrival().created === true;
  useAskAgain(query, query.data?.items.some(({ done, families }) => done < families) ?? false);
  return (
    <Page
      title={t('announcement:list.title')}
      lead={t('announcement:list.lead')}
      back={
        <BackLink to="/school-board/$schoolId" params={{ schoolId }}>
          {t('shell:nav.schoolBoard')}
        </BackLink>
      }
    >
      <StatusLine>{sent && t('announcement:list.sent')}</StatusLine>
      <Actions>
        <ButtonLink look="primary" to="/school-board/$schoolId/announcements/new" params={{ schoolId }}>
          {t('announcement:list.write')}
        </ButtonLink>
      </Actions>
      <Loaded query={query} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('announcement:list.none')}>
              <p>{t('announcement:list.noneBody')}</p>
            </EmptyState>
          ) : (
            <CardList>
              {items.map((one) => (
                <li key={one.announcementId}>
                  <AnnouncementCard announcement={one} />
                </li>
              ))}
            </CardList>
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}

function AnnouncementCard({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation('announcement');
  const { district } = useMe();
  const dates = useDates();
  const { versions, audience, done, families, mails, withoutMail } = announcement;
  const day = dates.shortDay(dates.localDateOf(announcement.sentAt, district.timeZone));
  return (
    <Card>
      <h2>{(versions.en ?? versions.es)?.subject}</h2>
      <p>
        {audience.kind === 'class' ? audience.className : t('list.school')} ·{' '}
        {t('list.byOn', { name: announcement.sentByName, day })}
      </p>
      {done < families ? (
        <Progress
          label={t('list.onItsWay', { done, total: families })}
          part={families === 0 ? 1 : done / families}
        />
      ) : (
        <p>
          {t('list.done', { count: families - withoutMail, mails: t('list.mails', { count: mails }) })}.{' '}
          {withoutMail > 0 && t('list.withoutMail', { count: withoutMail })}
        </p>
      )}
      <Disclosure summary={t('list.read')}>
        {versions.en !== null && <Words title={t('list.english')} language="en" words={versions.en} />}
        {versions.es !== null && <Words title={t('list.spanish')} language="es" words={versions.es} />}
      </Disclosure>
    </Card>
  );
}

interface WordsProps {
  title: string;
  language: 'en' | 'es';
  words: { subject: string; body: string };
}

function Words({ title, language, words }: WordsProps) {
  return (
    <>
      <h3>{title}</h3>
      <div lang={language} className="pl-mail-text">
        {`${words.subject}\n\n${words.body}`}
      </div>
    </>
  );
}
