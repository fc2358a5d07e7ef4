import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import type { LookBack } from '#shared/domain/reflection/model.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { ProtectedAreasNote } from '../../components/protected-areas-note.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Quote } from '../../components/ui/quote.tsx';
import { Section } from '../../components/ui/section.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { longestAnswer } from './prompts.tsx';

/** Some weeks after a reflection: how did it go with what one wanted to try? */
export function LookBackPage() {
  const { t } = useTranslation(['reflection', 'shell']);
  const params = useParams({ from: '/signed-in/visits/$visitId/students/$studentId/look-back' });
  const query = useRead('getMyReflection', { params });
  const name = query.data?.reflection.givenName ?? '…';
  return (
    <Page
      title={t('reflection:lookBack.title', { name })}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId: params.visitId }}>
          {t('shell:back')}
        </BackLink>
      }
      lead={t('reflection:lookBack.lead')}
    >
      <Loaded query={query} lines={6}>
        {(data) =>
          data.words === null ? (
            <EmptyState title={t('reflection:lookBack.nothing', { name })}>
              <ButtonLink look="primary" to="/visits/$visitId/students/$studentId/reflection" params={params}>
                {t('reflection:lookBack.write')}
              </ButtonLink>
            </EmptyState>
          ) : (
            <LookBackForm data={data} wanted={data.words.apply} />
          )
        }
      </Loaded>
    </Page>
  );
}

function LookBackForm({ data, wanted }: { data: Answer<'getMyReflection'>; wanted: string }) {
  const { t } = useTranslation('reflection');
  const navigate = useNavigate();
  const { visitId, studentId, rev } = data.reflection;
  const [how, setHow] = useState<LookBack['how'] | null>(data.lookBack?.how ?? null);
  const [text, setText] = useState(data.lookBack?.text ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const keep = useCommand('writeLookBack', {
    onDone: () => navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'lookedBack' } }),
  });
  const submit = () => {
    if (how === null) return setErrors({ how: t('lookBack.error') });
    setErrors({});
    keep.send({ params: { visitId, studentId }, body: { lookBack: { how, text: text.trim() }, rev } });
  };
  return (
    <>
      <Section title={t('lookBack.wanted')}>
        <Card>
          <Quote>{wanted}</Quote>
        </Card>
      </Section>
      <Card lit>
        <Form onSubmit={submit} errors={errors}>
          {data.lookBack !== null && <p className="pl-hint">{t('lookBack.answered')}</p>}
          <RadioField
            label={t('lookBack.how')}
            error={errors['how']}
            columns
            choices={(['helped', 'partly', 'not_yet'] as const).map((value) => ({
              value,
              label: t(`lookBack.${value}`),
            }))}
            value={how}
            onChange={setHow}
          />
          <TextAreaField
            label={t('lookBack.text')}
            help={t('lookBack.textHelp')}
            optional
            rows={3}
            maxLength={longestAnswer}
            value={text}
            onChange={setText}
          />
          <ProtectedAreasNote texts={[text]} />
          <ProblemAlert problem={keep.problem} />
          <Button look="primary" type="submit" wide pending={keep.pending}>
            {t('lookBack.save')}
          </Button>
        </Form>
      </Card>
    </>
  );
}
