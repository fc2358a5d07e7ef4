import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import type { Answer } from '#shared/contract/client.ts';
import { Loaded } from '../../components/ui/loaded.tsx';
import { catalogue, speak } from '../../i18n/catalogue.ts';
import { useRead } from '../api.tsx';
import { NoAccessPage } from '../pages/no-access-page.tsx';
import { SignInPage } from '../pages/sign-in-page.tsx';
import { MeContext } from '../session.tsx';
import { membershipOf } from '../sign-in.ts';
import { Frame } from './frame.tsx';
import { PageOnItsWay } from './page-on-its-way.tsx';

/** The door: nobody, someone without a district, a district's person, or the national office. */
export function SignedIn() {
  const { isLoading, user } = useAuth();
  const { href } = useLocation();
  if (isLoading) return <PageOnItsWay />;
  if (!user) return <SignInPage returnTo={href} />;
  const membership = membershipOf(user);
  if (membership === 'none') return <NoAccessPage />;
  return membership === 'national' ? <NationalFrame /> : <DistrictFrame />;
}

function DistrictFrame() {
  const me = useRead('getMe', {});
  useLanguageOf(me.data);
  if (me.data === undefined) return <FrameOnItsWay query={me} />;
  return (
    <MeContext value={me.data}>
      <Frame name={me.data.name} place={me.data.district.name} permissions={me.data.permissions}>
        <Outlet />
      </Frame>
    </MeContext>
  );
}

function NationalFrame() {
  const { t } = useTranslation();
  const me = useRead('getNationalMe', {});
  if (me.data === undefined) return <FrameOnItsWay query={me} />;
  return (
    <Frame name={me.data.name} place={t('nationalOffice')} permissions={me.data.permissions}>
      <Outlet />
    </Frame>
  );
}

function FrameOnItsWay({ query }: { query: Parameters<typeof Loaded>[0]['query'] }) {
  if (query.isPending) return <PageOnItsWay />;
  return (
    <main className="pl-alone">
      <Loaded query={query}>{() => null}</Loaded>
    </main>
  );
}

/** The language kept with the person wins over the one this browser remembers, each time it is read anew. */
function useLanguageOf(me: Answer<'getMe'> | undefined) {
  const language = me?.language;
  useEffect(() => {
    // Words that do not come now come with the next reading; until then the page stays in the words it has.
    if (language !== undefined && language !== catalogue.language) speak(language).catch(() => undefined);
  }, [language]);
}
