const askAgainAfter = 3_600_000;

/**
 * Lets the pages open without a connection. It waits until the first page stands, so that it takes nothing from it;
 * an app that stays open for days asks now and then whether there is a newer release. Not while developing: there
 * the pages change under it.
 */
export function registerServiceWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => setTimeout(() => void register(), 1_500));
}

async function register(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js', {
      updateViaCache: 'none',
    });
    let asked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < askAgainAfter) return;
      asked = Date.now();
      // Out of reach is no failure: it will be asked again.
      void registration.update().catch(() => undefined);
    });
  } catch {
    // A browser that refuses shows every page while it is connected.
  }
}
