const loadedAnewAt = 'porchlight.loaded-anew-at';
const notAgainFor = 60_000;

/**
 * After a release the files of the one before are gone, and a tab left open would find an empty page behind its next
 * link. Loading the page anew fetches the new release.
 * @returns false where that was done within the last minute already: a missing file must not make a loop.
 */
export function loadNewerRelease(): boolean {
  const before = Number(sessionStorage.getItem(loadedAnewAt) ?? 0);
  if (Date.now() - before < notAgainFor) return false;
  sessionStorage.setItem(loadedAnewAt, String(Date.now()));
  location.reload();
  return true;
}
