import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useHomeLanguages } from '../../i18n/home-languages.ts';

/** The language of letters, the family's page and interpreters. */
export function HomeLanguage({ family }: { family: Answer<'getFamily'>['family'] }) {
  const { t } = useTranslation('household');
  const options = useHomeLanguages(family.language);
  const [language, setLanguage] = useState(family.language ?? '');
  const change = useCommand('changeFamily');
  const submit = () =>
    change.send({
      params: { familyId: family.familyId },
      body: { rev: family.rev, language: language === '' ? null : language },
    });
  return (
    <Section title={t('home')}>
      <Card>
        <Form onSubmit={submit}>
          <SelectField
            label={t('language')}
            help={t('languageHelp')}
            optional
            placeholder={t('languageUnknown')}
            options={options}
            value={language}
            onChange={setLanguage}
          />
          <ProblemAlert problem={change.problem} />
          <Actions>
            <Button type="submit" pending={change.pending}>
              {t('saveLanguage')}
            </Button>
          </Actions>
          <StatusLine>{change.done && t('savedLanguage')}</StatusLine>
        </Form>
      </Card>
    </Section>
  );
}
