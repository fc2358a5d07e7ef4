import './coverage.css';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Card, Row, RowList } from '../../components/ui/card.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Figures } from '../../components/ui/figures.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNumbers } from '../../i18n/numbers.ts';
import { GoalForm } from './goal-form.tsx';

type Board = Answer<'getSchoolBoard'>;
type Line = Board['coverage']['tenPercent'];

/** Students visited beside the ten percent line and the school’s own goal, and how it looks for the year. */
export function Coverage({ board }: { board: Board }) {
  const { t } = useTranslation('school');
  const { number, percent } = useNumbers();
  const { coverage } = board;
  const { enrolled, visited, planned, expected, goal } = coverage;
  if (enrolled === 0)
    return (
      <Section title={t('coverage.title')}>
        <Card>
          <h3>{t('coverage.noStudents')}</h3>
          <p>{t('coverage.noStudentsBody')}</p>
        </Card>
      </Section>
    );
  const share = (students: number) => percent(students / enrolled);
  return (
    <Section title={t('coverage.title')}>
      <Figures
        figures={[
          {
            name: t('coverage.visited'),
            value: t('coverage.figure', { visited: number(visited), enrolled: number(enrolled) }),
            detail: `${t('coverage.share', { share: share(visited) })} · ${t('coverage.planned', { count: planned })}`,
          },
          {
            name: t('coverage.expected'),
            value: expected === null ? '–' : number(expected),
            detail:
              expected === null
                ? t('coverage.tooEarly')
                : t('coverage.expectedShare', { share: share(expected) }),
          },
        ]}
      />
      <CoveragePicture coverage={coverage} />
      <p className="pl-hint">{t(goal === null ? 'coverage.legend' : 'coverage.legendGoal')}</p>
      <RowList>
        <li>
          <LineRow title={t('coverage.line', { percent: 10 })} line={coverage.tenPercent} />
        </li>
        {goal !== null && (
          <li>
            <LineRow title={t('coverage.goal', { percent: goal.percent })} line={goal} />
          </li>
        )}
      </RowList>
      <HowItIsWorkedOut coverage={coverage} />
      <GoalForm board={board} />
    </Section>
  );
}

/** Drawn by attributes alone: the page allows no inline style. What it shows stands in words beside it. */
function CoveragePicture({ coverage }: { coverage: Board['coverage'] }) {
  const { t } = useTranslation('school');
  const { enrolled, visited, planned, goal } = coverage;
  const width = (students: number) => Math.min(100, (students / enrolled) * 100);
  return (
    <svg
      className="pl-coverage"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('coverage.picture', { visited, planned, enrolled })}
    >
      <rect className="pl-coverage-ground" width="100" height="10" />
      <rect className="pl-coverage-planned" width={width(visited + planned)} height="10" />
      <rect className="pl-coverage-visited" width={width(visited)} height="10" />
      <path className="pl-coverage-line" d="M10 -2V12" />
      {goal !== null && <path className="pl-coverage-line pl-coverage-goal" d={`M${goal.percent} -2V12`} />}
    </svg>
  );
}

function LineRow({ title, line }: { title: string; line: Line }) {
  const { t } = useTranslation('school');
  const dates = useDates();
  if (line.outlook === 'reached')
    return <Row title={title} aside={<Tag tone="good">{t('coverage.reached')}</Tag>} />;
  const outlook =
    line.outlook === 'unknown'
      ? null
      : line.expectedOn === null
        ? t(`coverage.${line.outlook}`)
        : t('coverage.on', { day: dates.shortDay(line.expectedOn) });
  const missing = t('coverage.missing', { count: line.missing });
  return <Row title={title} detail={outlook === null ? missing : `${missing}, ${outlook}`} />;
}

function HowItIsWorkedOut({ coverage: { pace, until } }: { coverage: Board['coverage'] }) {
  const { t } = useTranslation('school');
  const dates = useDates();
  return (
    <Disclosure summary={t('coverage.how')}>
      <p>{t('coverage.howCoverage')}</p>
      {pace === null ? (
        <p>{t('coverage.tooEarly')}</p>
      ) : (
        <>
          <p>{t('coverage.howPace', { count: pace.students, weeks: pace.weeks })}</p>
          <p>{t('coverage.howForecast', { day: dates.shortDay(until) })}</p>
        </>
      )}
      <p>{t('coverage.howLine')}</p>
    </Disclosure>
  );
}
