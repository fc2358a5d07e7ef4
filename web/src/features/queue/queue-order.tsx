import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { CardList, RowLink, RowList } from '../../components/ui/card.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useNames } from '../../i18n/names.ts';
import { useFamilyName } from '../families/family-name.ts';
import type { Invited } from '../families/invite-form.tsx';
import { QueueCard } from './queue-card.tsx';

type Queue = Pick<Answer<'getClassQueue'>, 'next' | 'waiting' | 'visiting' | 'counts' | 'seed'>;
type Family = Queue['waiting'][number];

/** Families at the front: these are invited from here. */
const atTheFront = 5;

/** The order, its front large; who was invited and who is visited stand apart. */
export function QueueOrder({ queue }: { queue: Queue }) {
  const { t } = useTranslation('queue');
  const familyName = useFamilyName();
  const [said, setSaid] = useState<{ name: string; status: Invited } | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const { next, counts } = queue;
  const all = counts.next + counts.waiting + counts.visiting + counts.leftOut;
  const onInvited = (family: Family, status: Invited) => {
    setOpen(null);
    setSaid({ name: familyName(family), status });
    // The card with the button is gone: the place in the page is kept at what was said.
    top.current?.focus();
  };
  return (
    <>
      <div ref={top} tabIndex={-1} className="pl-queue-top">
        <StatusLine>{said !== null && t(`saved.${said.status}`, { name: said.name })}</StatusLine>
      </div>
      {all === 0 && (
        <EmptyState title={t('nobody')}>
          <p>{t('nobodyBody')}</p>
        </EmptyState>
      )}
      {all > 0 && next.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('noneBody')}</p>
        </EmptyState>
      )}
      {next.length > 0 && (
        <Section title={t('next')} hint={t('nextHint', { count: counts.next })}>
          <CardList>
            {next.slice(0, atTheFront).map((family, place) => (
              <QueueCard
                key={family.familyId}
                family={family}
                lit={open === null ? place === 0 : open === family.familyId}
                open={open === family.familyId}
                onOpen={(opened) => setOpen(opened ? family.familyId : null)}
                onInvited={(status) => onInvited(family, status)}
              />
            ))}
          </CardList>
        </Section>
      )}
      {next.length > atTheFront && (
        <Section title={t('afterThese')} hint={listedHint(next.length, counts.next)}>
          <Families families={next.slice(atTheFront)} />
        </Section>
      )}
      <Apart
        title={t('waiting', { count: counts.waiting })}
        hint={t('waitingHint')}
        families={queue.waiting}
        count={counts.waiting}
      />
      <Apart
        title={t('visiting', { count: counts.visiting })}
        families={queue.visiting}
        count={counts.visiting}
      />
      {counts.leftOut > 0 && <p className="pl-hint">{t('leftOut', { count: counts.leftOut })}</p>}
      {all > 0 && <HowItIsMade seed={queue.seed} />}
    </>
  );

  function listedHint(shown: number, count: number): string | undefined {
    return shown < count ? t('listed', { count: shown }) : undefined;
  }
}

function Families({
  families,
}: {
  families: readonly (Family & { lane?: Queue['next'][number]['lane'] })[];
}) {
  const { t } = useTranslation('queue');
  const familyName = useFamilyName();
  const names = useNames();
  return (
    <RowList>
      {families.map((family) => (
        <li key={family.familyId}>
          <RowLink
            to="/families/$familyId"
            params={{ familyId: family.familyId }}
            title={familyName(family)}
            detail={names.all(family.students.map(({ givenName }) => givenName))}
            aside={
              family.lane === undefined || family.lane === 'everyone' ? undefined : (
                <Tag tone="waiting">{t(`lane.${family.lane}`)}</Tag>
              )
            }
          />
        </li>
      ))}
    </RowList>
  );
}

function Apart({
  title,
  hint,
  families,
  count,
}: {
  title: string;
  hint?: string;
  families: readonly Family[];
  count: number;
}) {
  const { t } = useTranslation('queue');
  if (count === 0) return null;
  return (
    <Disclosure summary={title}>
      {hint !== undefined && <p className="pl-hint">{hint}</p>}
      {families.length < count && <p className="pl-hint">{t('listed', { count: families.length })}</p>}
      <Families families={families} />
    </Disclosure>
  );
}

function HowItIsMade({ seed }: { seed: string }) {
  const { t } = useTranslation('queue');
  return (
    <Disclosure summary={t('how')}>
      <p>{t('howBody')}</p>
      <p>{t('howLanes')}</p>
      <p>
        {t('seed')}: <code>{seed}</code>
      </p>
    </Disclosure>
  );
}
