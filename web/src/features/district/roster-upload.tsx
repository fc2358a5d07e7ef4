import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { FilesField } from '../../components/ui/files-field.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Progress } from '../../components/ui/progress.tsx';
import { useNumbers } from '../../i18n/numbers.ts';
import { rosterChoice } from './roster-files.ts';
import { useRosterUpload } from './use-roster-upload.ts';

/** Chooses the files of a roster and sends them. */
export function RosterUpload() {
  const { t } = useTranslation('district');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const upload = useRosterUpload();
  const submit = () => {
    const choice = rosterChoice(files);
    if (choice.kind === 'mend') return setErrors({ files: t(`roster.${choice.what}`) });
    setErrors({});
    void upload.send(choice);
  };
  const { percent } = useNumbers();
  return (
    <Card lit>
      <h2>{t('roster.upload')}</h2>
      <p>{t('roster.uploadHint')}</p>
      <Form onSubmit={submit} errors={errors}>
        <FilesField
          label={t('roster.files')}
          help={t('roster.filesHelp')}
          error={errors['files']}
          accept=".zip,.csv"
          onChange={(chosen) => {
            setFiles(chosen);
            setErrors({});
          }}
        />
        {files.length > 1 && <ChosenFiles files={files} />}
        <ProblemAlert problem={upload.problem} />
        <div role="alert" className="pl-status">
          {upload.failure !== null && <Notice tone="bad">{upload.failure}</Notice>}
        </div>
        {upload.stage === 'packing' && <Progress label={t('roster.packing')} />}
        {upload.stage === 'sending' && (
          <Progress
            label={
              upload.part === 0
                ? t('roster.sending')
                : t('roster.sendingPart', { percent: percent(upload.part) })
            }
            part={upload.part === 0 ? undefined : upload.part}
          />
        )}
        <Actions>
          <Button look="primary" type="submit" pending={upload.stage !== 'choosing'}>
            {t('roster.send')}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** A browser only says how many were chosen; here they are by name. */
function ChosenFiles({ files }: { files: readonly File[] }) {
  const { t } = useTranslation('district');
  return (
    <Facts
      items={[
        [
          t('roster.chosen'),
          <span key="files" className="pl-verbatim">
            {files.map((file) => file.name).join(', ')}
          </span>,
        ],
      ]}
    />
  );
}
