import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { ExactTimes } from './exact-times.tsx';
import { LanguagesField } from './languages-field.tsx';
import { firstInDisorder } from './week.ts';
import { WeekTable } from './week-table.tsx';

/** Languages and usual free times: nobody else can set them. */
export function AvailabilityForm() {
  const { t } = useTranslation('part');
  const me = useMe();
  const [languages, setLanguages] = useState<string[]>(me.languages);
  const [times, setTimes] = useState(me.freeTimes);
  const [inDisorder, setInDisorder] = useState<number | null>(null);
  const save = useCommand('setFreeTimes', {
    onDone: ({ freeTimes }) => setTimes(freeTimes),
  });
  const submit = () => {
    const disorder = firstInDisorder(times);
    setInDisorder(disorder);
    if (disorder === null) save.send({ body: { languages, freeTimes: times } });
  };
  const change = (next: typeof times) => {
    save.reset();
    setInDisorder(null);
    setTimes(next);
  };
  return (
    <Section title={t('times.title')} hint={t('times.hint')}>
      <Card>
        <Form onSubmit={submit} errors={inDisorder === null ? {} : { until: t('times.order') }}>
          <LanguagesField
            value={languages}
            onChange={(next) => {
              save.reset();
              setLanguages(next);
            }}
          />
          <WeekTable times={times} onChange={change} />
          <ExactTimes times={times} onChange={change} inDisorder={inDisorder} />
          <ProblemAlert problem={save.problem} />
          <Actions>
            <Button
              look={me.participation?.answer === 'yes' ? 'primary' : 'secondary'}
              type="submit"
              pending={save.pending}
            >
              {t('times.save')}
            </Button>
          </Actions>
          <StatusLine>{save.done && t('times.saved')}</StatusLine>
        </Form>
      </Card>
    </Section>
  );
}
