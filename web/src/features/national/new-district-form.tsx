import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Args } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { firstPolicy, settingsOf } from '../../components/policy/policy-draft.ts';
import { PolicyFields } from '../../components/policy/policy-fields.tsx';
import { usePolicyMend } from '../../components/policy/policy-mend.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import type { State, Zone } from '../../i18n/place-names.ts';
import { DistrictFields } from './district-fields.tsx';
import { usualSchoolYear, yearStartOn } from './school-year-defaults.ts';
import { SchoolYearFields } from './school-year-fields.tsx';

export interface DistrictDraft {
  name: string;
  state: State | '';
  timeZone: Zone | '';
}

/** The district, its year, where the money comes from, and its policy: one form, one step. */
export function NewDistrictForm() {
  const { t } = useTranslation('national');
  const navigate = useNavigate();
  const [about, setAbout] = useState<DistrictDraft>({ name: '', state: '', timeZone: '' });
  const [year, setYear] = useState(() => usualSchoolYear(yearStartOn(todayHere())));
  const [fund, setFund] = useState({ name: '', accountCode: '' });
  const [policy, setPolicy] = useState(firstPolicy);
  const create = useCommand('createDistrict', {
    onDone: ({ districtId }) =>
      navigate({ to: '/districts/$districtId', params: { districtId }, state: { created: true } }),
  });
  const errors = fieldErrors(create.problem, useMend());
  const body: Args<'createDistrict'>['body'] = {
    ...about,
    schoolYear: year,
    fund,
    policy: settingsOf(policy),
  };
  return (
    <Form errors={errors} onSubmit={() => create.send({ body })}>
      <Section title={t('createPage.about')}>
        <Card>
          <DistrictFields draft={about} onChange={setAbout} errors={errors} />
        </Card>
      </Section>
      <SchoolYearFields year={year} onChange={setYear} errors={errors} today={todayHere()} />
      <Section title={t('createPage.fundTitle')} hint={t('createPage.fundHint')}>
        <Card>
          <SideBySide>
            <TextField
              label={t('createPage.fundName')}
              help={t('createPage.fundNameHelp')}
              error={errors['fund.name']}
              value={fund.name}
              onChange={(name) => setFund({ ...fund, name })}
              maxLength={80}
            />
            <TextField
              label={t('createPage.accountCode')}
              help={t('createPage.accountCodeHelp')}
              error={errors['fund.accountCode']}
              value={fund.accountCode}
              onChange={(accountCode) => setFund({ ...fund, accountCode })}
              maxLength={60}
            />
          </SideBySide>
        </Card>
      </Section>
      <PolicyFields draft={policy} onChange={setPolicy} errors={errors} prefix="policy" />
      <ProblemAlert problem={create.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={create.pending}>
          {t('createPage.save')}
        </Button>
        <ButtonLink look="quiet" to="/districts">
          {t('cancel', { ns: 'shell' })}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

/** The calendar day where this browser is. Only for what a form suggests. */
function todayHere(): string {
  return new Intl.DateTimeFormat('en-CA').format(new Date());
}

function useMend(): Record<string, string> {
  const { t } = useTranslation('national');
  const day = t('mend.day');
  return {
    name: t('mend.name'),
    state: t('mend.state'),
    timeZone: t('mend.timeZone'),
    'fund.name': t('mend.fundName'),
    'fund.accountCode': t('mend.accountCode'),
    'schoolYear.opensOn': day,
    'schoolYear.firstDay': day,
    'schoolYear.lastDay': t('mend.yearOrder'),
    'schoolYear.closesOn': day,
    'schoolYear.secondVisitFrom': day,
    'schoolYear.secondVisitUntil': t('mend.secondVisits'),
    'schoolYear.holidays': t('mend.holidays'),
    ...usePolicyMend('policy'),
  };
}
