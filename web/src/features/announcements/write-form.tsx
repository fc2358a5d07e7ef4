import { useTranslation } from 'react-i18next';
import { DutyNotice } from '../../components/duty-notice.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import type { useAnnouncement, WrittenIn } from './use-announcement.ts';

interface WriteFormProps {
  announcement: ReturnType<typeof useAnnouncement>;
}

/** The words in two languages; words of duty are named while they are written (CP1). */
export function WriteForm({ announcement }: WriteFormProps) {
  const { t } = useTranslation('announcement');
  const { errors, preview } = announcement;
  return (
    <Form onSubmit={preview.ask} errors={errors}>
      <p>{t('write.both')}</p>
      <OneLanguage language="en" announcement={announcement} />
      <OneLanguage language="es" announcement={announcement} />
      <ProblemAlert problem={preview.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={preview.pending}>
          {t('write.preview')}
        </Button>
      </Actions>
    </Form>
  );
}

function OneLanguage({ language, announcement }: WriteFormProps & { language: WrittenIn }) {
  const { t } = useTranslation('announcement');
  const { subject, body } = announcement.drafts[language];
  const errorOf = (field: 'subject' | 'body') => {
    const error = announcement.errors[`${language}.${field}`];
    if (error === undefined) return undefined;
    return t(
      error === 'one' ? 'write.mendOne' : error === 'subject' ? 'write.mendSubject' : 'write.mendBody',
    );
  };
  return (
    <Card>
      <h2>{t(language === 'en' ? 'write.english' : 'write.spanish')}</h2>
      <TextField
        label={t('write.subject')}
        optional
        maxLength={120}
        error={errorOf('subject')}
        value={subject}
        onChange={(value) => announcement.change(language, { subject: value })}
      />
      <TextAreaField
        label={t('write.body')}
        help={t('write.bodyHelp')}
        optional
        rows={8}
        maxLength={3_000}
        error={errorOf('body')}
        value={body}
        onChange={(value) => announcement.change(language, { body: value })}
      />
      <DutyNotice texts={[subject, body]} />
    </Card>
  );
}
