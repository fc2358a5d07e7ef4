import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { useMe } from '../../app/session.tsx';
import { draftOf, firstPolicy, settingsOf } from '../../components/policy/policy-draft.ts';
import { PolicyFields } from '../../components/policy/policy-fields.tsx';
import { usePolicyMend } from '../../components/policy/policy-mend.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { DateField } from '../../components/ui/date-field.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';

/** Rules that hold from a day on; they begin as a copy of those that hold now. */
export function NewRulesPage() {
  const { t } = useTranslation('district');
  const query = useRead('getSettings', {});
  return (
    <Page
      title={t('settings.newTitle')}
      lead={t('settings.newLead')}
      back={<BackLink to="/settings">{t('settings.title')}</BackLink>}
    >
      <Loaded query={query} lines={8}>
        {({ policies }) => <RulesForm policies={policies} />}
      </Loaded>
    </Page>
  );
}

function RulesForm({ policies }: { policies: Answer<'getSettings'>['policies'] }) {
  const { t } = useTranslation('district');
  const { t: shell } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const now = policyOn(policies, today);
  const [from, setFrom] = useState(today);
  const [draft, setDraft] = useState(() => (now === null ? firstPolicy : draftOf(now.settings)));
  const change = useCommand('changePolicy', {
    onDone: (saved) => navigate({ to: '/settings', state: { rulesFrom: saved.from } }),
  });
  const errors = fieldErrors(change.problem, {
    from: t('settings.mendFrom'),
    ...usePolicyMend('settings'),
  });
  const replaced = policies.find((version) => version.from === from);
  return (
    <Form
      errors={errors}
      onSubmit={() =>
        change.send({ body: { from, settings: settingsOf(draft), rev: replaced?.rev ?? null } })
      }
    >
      <Section title={t('settings.fromTitle')}>
        <Card>
          <SideBySide>
            <DateField
              label={t('settings.fromLabel')}
              help={t('settings.fromHelp')}
              error={errors['from']}
              min={today}
              value={from}
              onChange={setFrom}
            />
          </SideBySide>
          <div role="status" className="pl-status">
            {replaced !== undefined && <Notice>{t('settings.replaces')}</Notice>}
          </div>
        </Card>
      </Section>
      <PolicyFields draft={draft} onChange={setDraft} errors={errors} prefix="settings" />
      <ProblemAlert problem={change.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={change.pending}>
          {t('settings.save')}
        </Button>
        <ButtonLink look="quiet" to="/settings">
          {shell('cancel')}
        </ButtonLink>
      </Actions>
    </Form>
  );
}
