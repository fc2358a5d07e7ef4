import './theme/mantine-styles.ts';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthProvider } from 'react-oidc-context';
import { ClientProvider, createQueryClient, createReadAhead } from './app/api.tsx';
import { loadConfig, type RuntimeConfig } from './app/config.ts';
import { loadNewerRelease } from './app/newer-release.ts';
import { OfflineContext } from './app/offline/offline-context.ts';
import { registerServiceWorker } from './app/offline/register-service-worker.ts';
import { forgetOnLeaving, startOffline } from './app/offline/start-offline.ts';
import { CannotStart } from './app/pages/cannot-start.tsx';
import { createAppRouter } from './app/router.tsx';
import { SignInContext } from './app/session.tsx';
import { createSignIn } from './app/sign-in.ts';
import { startCatalogue } from './i18n/catalogue.ts';
import { theme } from './theme/theme.ts';

/** The catalogue cannot say that it is missing. */
const withoutWords =
  'Porchlight could not be loaded. Check the connection and load this page again. / No se pudo cargar Porchlight. Revise la conexión y vuelva a cargar esta página.';

/** The app with everything it talks to, made once. */
function appFor(config: RuntimeConfig) {
  const signIn = createSignIn(config, forgetOnLeaving);
  const queries = createQueryClient();
  const { client, ...offline } = startOffline(signIn, queries);
  const readAhead = createReadAhead(client, queries, signIn.isOfDistrict);
  return (
    <SignInContext value={signIn}>
      <AuthProvider userManager={signIn.manager}>
        <ClientProvider client={client}>
          <OfflineContext value={offline}>
            <QueryClientProvider client={queries}>
              <RouterProvider router={createAppRouter({ readAhead })} />
            </QueryClientProvider>
          </OfflineContext>
        </ClientProvider>
      </AuthProvider>
    </SignInContext>
  );
}

async function start(): Promise<void> {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no #app');
  const settings = loadConfig().catch(() => null);
  try {
    await startCatalogue();
  } catch {
    if (!loadNewerRelease()) place.textContent = withoutWords;
    return;
  }
  const config = await settings;
  if (config?.stage === 'local') await loadLocalToolbar();
  createRoot(place).render(
    <StrictMode>
      {/* The look comes from style sheets alone: the content security policy allows no style written by script. */}
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        {config === null ? <CannotStart /> : appFor(config)}
      </MantineProvider>
    </StrictMode>,
  );
}

/**
 * Only on one's own machine: who am I, the inbox, the time machine. Before the app asks for anything, since the clock
 * may have moved meanwhile.
 */
async function loadLocalToolbar(): Promise<void> {
  const toolbar = '/_local/toolbar.js';
  try {
    await import(/* @vite-ignore */ toolbar);
  } catch {
    // The app stands without its tools.
  }
}

registerServiceWorker();
void start();
