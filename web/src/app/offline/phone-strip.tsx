import './phone-strip.css';
import { IconAlertCircle, IconCloudOff, IconDeviceMobileUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAway, useChanges } from './offline-context.ts';

/** On every page, only while it matters: no connection, changes that wait on this phone, changes that were refused. */
export function PhoneStrip() {
  const { t } = useTranslation();
  const away = useAway();
  const changes = useChanges();
  const refused = changes.filter((change) => change.problem !== null).length;
  const waiting = changes.length - refused;
  return (
    <div className="pl-status" role="status">
      {(away || changes.length > 0) && (
        <div className="pl-strip">
          <div className="pl-measure pl-strip-lines">
            {away && (
              <span className="pl-strip-line">
                <IconCloudOff size={20} aria-hidden />
                {t('phone.away')}
              </span>
            )}
            {refused > 0 && (
              <Link to="/waiting" className="pl-strip-line">
                <IconAlertCircle size={20} aria-hidden />
                {t('phone.refused', { count: refused })}
              </Link>
            )}
            {waiting > 0 && (
              <Link to="/waiting" className="pl-strip-line">
                <IconDeviceMobileUp size={20} aria-hidden />
                {t('phone.waiting', { count: waiting })}
              </Link>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
