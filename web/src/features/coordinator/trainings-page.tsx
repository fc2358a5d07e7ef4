import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { RecordTrainingForm } from './record-training-form.tsx';

type TrainingRow = Answer<'listTrainings'>['items'][number];

/** Trainings to come and trainings that were held; recording one leads on to who completed it. */
export function TrainingsPage() {
  const { t } = useTranslation(['coordinator', 'training']);
  const query = useReadList('listTrainings', { query: {} });
  return (
    <Page title={t('trainings.title')} lead={t('trainings.lead')}>
      <Actions>
        <ButtonLink to="/trainings/new">{t('plan.open', { ns: 'training' })}</ButtonLink>
      </Actions>
      <RecordTrainingForm />
      <Loaded query={query}>{({ items }) => <Trainings trainings={items} />}</Loaded>
      <MoreButton query={query} />
    </Page>
  );
}

function Trainings({ trainings }: { trainings: readonly TrainingRow[] }) {
  const { t } = useTranslation(['coordinator', 'training']);
  const { today } = useMe();
  const toCome = trainings.filter((one) => one.heldOn >= today && one.plan !== null).reverse();
  const held = trainings.filter((one) => !toCome.includes(one));
  return (
    <>
      {toCome.length > 0 && (
        <Section title={t('plan.toCome', { ns: 'training' })}>
          <Rows trainings={toCome} />
        </Section>
      )}
      <Section title={t('trainings.list')}>
        {held.length === 0 ? (
          <EmptyState title={t('trainings.none')}>
            <p>{t('trainings.noneBody')}</p>
          </EmptyState>
        ) : (
          <Rows trainings={held} />
        )}
      </Section>
    </>
  );
}

function Rows({ trainings }: { trainings: readonly TrainingRow[] }) {
  const { t } = useTranslation('training');
  const dates = useDates();
  return (
    <RowList>
      {trainings.map((training) => (
        <li key={training.trainingId}>
          <RowLink
            to="/trainings/$trainingId"
            params={{ trainingId: training.trainingId }}
            title={training.title}
            detail={`${dates.shortDay(training.heldOn)} · ${t(`kind.${training.kind}`)}`}
            aside={<Standing training={training} />}
          />
        </li>
      ))}
    </RowList>
  );
}

/** How many have a seat, or completed it. */
function Standing({ training }: { training: TrainingRow }) {
  const { t } = useTranslation(['coordinator', 'training']);
  const { today } = useMe();
  if (training.cancelledAt !== null) return <Tag>{t('mine.cancelled', { ns: 'training' })}</Tag>;
  if (training.plan !== null && training.heldOn >= today && training.completedBy === 0)
    return t('plan.taken', { ns: 'training', taken: training.signedUp, seats: training.plan.seats });
  return training.completedBy === 0
    ? t('trainings.completedByNobody')
    : t('trainings.completedBy', { count: training.completedBy });
}
