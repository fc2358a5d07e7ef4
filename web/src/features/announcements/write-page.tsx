import './announcements.css';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useSchools } from '../district/use-schools.ts';
import { AnnouncementPreview } from './announcement-preview.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { WriteForm } from './write-form.tsx';

/** Writes to the families of a school or class: first the words, then how they look, then out. */
export function WriteAnnouncementPage() {
  const { t } = useTranslation('announcement');
  const { schoolId } = useParams({ from: '/signed-in/school-board/$schoolId/announcements/new' });
  const { class: classId } = useSearch({ from: '/signed-in/school-board/$schoolId/announcements/new' });
  const { nameOf } = useSchools();
  const of = useRead('getClass', { params: { classId: classId ?? '' } }, { enabled: classId !== undefined });
  const announcement = useAnnouncement(schoolId, classId);
  const to =
    classId === undefined
      ? t('write.toSchool', { school: nameOf(schoolId) ?? '' })
      : t('write.toClass', { class: of.data?.name ?? '' });
  return (
    <Page
      title={announcement.seen === null ? t('write.title') : t('preview.title')}
      eyebrow={to}
      lead={t('write.lead')}
      back={
        <BackLink to="/school-board/$schoolId/announcements" params={{ schoolId }}>
          {t('list.title')}
        </BackLink>
      }
    >
      {announcement.seen === null ? (
        <WriteForm announcement={announcement} />
      ) : (
        <AnnouncementPreview seen={announcement.seen} announcement={announcement} />
      )}
    </Page>
  );
}
