import './frame.css';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsInTheBar, navigationFor } from '../navigation.ts';
import { PhoneStrip } from '../offline/phone-strip.tsx';
import { Brand } from './brand.tsx';
import { FrameContext } from './frame-context.ts';
import { useKeptPlace } from './kept-place.ts';

interface FrameProps {
  name: string;
  /** The district, or the national office. */
  place: string;
  permissions: readonly string[];
  children: ReactNode;
}

/** Navigation at the side on a wide screen, under the thumb on a phone; the page in between. */
export function Frame({ name, place, permissions, children }: FrameProps) {
  const { t } = useTranslation();
  const items = navigationFor(permissions);
  const page = useKeptPlace();
  const context = useMemo(() => ({ name, place, permissions }), [name, place, permissions]);
  return (
    <FrameContext value={context}>
      <a className="pl-skip" href="#main">
        {t('skipToContent')}
      </a>
      <div className="pl-frame">
        <nav className="pl-nav" aria-label={t('mainNavigation')}>
          <Brand />
          <ul>
            {items.map((item, position) => (
              <li key={item.to} className={position >= itemsInTheBar ? 'pl-nav-wide-only' : undefined}>
                <Link to={item.to} className="pl-nav-link">
                  <item.icon size={24} aria-hidden />
                  <span>{t(`nav.${item.label}`)}</span>
                </Link>
              </li>
            ))}
            <li className="pl-nav-last">
              <Link to="/more" className="pl-nav-link">
                <IconMenu2 size={24} aria-hidden />
                <span>{t('nav.more')}</span>
              </Link>
            </li>
          </ul>
          <p className="pl-nav-who">
            <strong>{name}</strong>
            <span>{place}</span>
          </p>
        </nav>
        <main ref={page} id="main" tabIndex={-1}>
          <PhoneStrip />
          {children}
        </main>
      </div>
    </FrameContext>
  );
}
