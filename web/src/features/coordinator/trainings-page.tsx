import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';
import { RecordTrainingForm } from './record-training-form.tsx';

/** Trainings that were held; recording one leads on to who completed it. */
export function TrainingsPage() {
  const { t } = useTranslation('coordinator');
  const query = useReadList('listTrainings', { query: {} });
  return (
    <Page title={t('trainings.title')} lead={t('trainings.lead')}>
      <RecordTrainingForm />
      <Section title={t('trainings.list')}>
        <Loaded query={query}>{({ items }) => <Trainings trainings={items} />}</Loaded>
        <MoreButton query={query} />
      </Section>
    </Page>
  );
}

function Trainings({ trainings }: { trainings: Answer<'listTrainings'>['items'] }) {
  const { t } = useTranslation('coordinator');
  const dates = useDates();
  if (trainings.length === 0) {
    return (
      <EmptyState title={t('trainings.none')}>
        <p>{t('trainings.noneBody')}</p>
      </EmptyState>
    );
  }
  return (
    <RowList>
      {trainings.map((training) => (
        <li key={training.trainingId}>
          <RowLink
            to="/trainings/$trainingId"
            params={{ trainingId: training.trainingId }}
            title={training.title}
            detail={dates.shortDay(training.heldOn)}
            aside={
              training.completedBy === 0
                ? t('trainings.completedByNobody')
                : t('trainings.completedBy', { count: training.completedBy })
            }
          />
        </li>
      ))}
    </RowList>
  );
}
