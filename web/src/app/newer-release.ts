const tried = 'porchlight.reloaded-at';
const notAgainFor = 60_000;

/**
 * After a release the files of the one before are gone, and a tab left open would find an empty page behind its next
 * link. Loading the page anew fetches the new release; once a minute at most, so that a missing file cannot make a
 * loop.
 */
export function reloadOnNewerRelease(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const before = Number(sessionStorage.getItem(tried) ?? 0);
    if (Date.now() - before < notAgainFor) return;
    event.preventDefault();
    sessionStorage.setItem(tried, String(Date.now()));
    location.reload();
  });
}
