import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { TextField } from '../../components/ui/text-field.tsx';

/** Invites a coordinator of a district. While the district is being prepared, the mail waits for it. */
export function InviteAdminForm({ district }: { district: Answer<'getDistrict'> }) {
  const { t } = useTranslation('national');
  const { districtId, status } = district;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [invited, setInvited] = useState<{ name: string; email: string } | null>(null);
  const invite = useCommand('inviteDistrictAdmin', {
    onDone: () => {
      setInvited({ name: name.trim(), email: email.trim() });
      setName('');
      setEmail('');
    },
  });
  const errors = fieldErrors(invite.problem, { name: t('page.mendName'), email: t('page.mendEmail') });
  return (
    <Section title={t('page.invite')} hint={t('page.inviteHint')}>
      <Card lit>
        <Form
          errors={errors}
          onSubmit={() => {
            setInvited(null);
            invite.send({ params: { districtId }, body: { name, email } });
          }}
        >
          <SideBySide>
            <TextField
              label={t('page.inviteName')}
              error={errors['name']}
              value={name}
              onChange={setName}
              maxLength={160}
            />
            <TextField
              label={t('page.inviteEmail')}
              type="email"
              error={errors['email']}
              value={email}
              onChange={setEmail}
              maxLength={254}
            />
          </SideBySide>
          <ProblemAlert problem={invite.problem} />
          <Actions>
            <Button look="primary" type="submit" pending={invite.pending}>
              {t('page.inviteSend')}
            </Button>
          </Actions>
          <StatusLine>
            {invited !== null && t(status === 'ready' ? 'page.invited' : 'page.invitedWaiting', invited)}
          </StatusLine>
        </Form>
      </Card>
    </Section>
  );
}
