import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { ButtonLink, type ButtonLook } from '../../components/ui/button.tsx';

/** Another time, place or team, or no visit at all: for whoever may plan visits. */
export function ChangeLinks({ visitId, changeLook }: { visitId: string; changeLook: ButtonLook }) {
  const { t } = useTranslation('visit');
  const { permissions } = useMe();
  if (!permissions.includes('visit:schedule')) return null;
  return (
    <>
      <ButtonLink look={changeLook} to="/visits/$visitId/change" params={{ visitId }}>
        {t('change')}
      </ButtonLink>
      <ButtonLink look="quiet" to="/visits/$visitId/cancel" params={{ visitId }}>
        {t('notHeld')}
      </ButtonLink>
    </>
  );
}
