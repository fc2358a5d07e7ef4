import { lazyRouteComponent } from '@tanstack/react-router';
import { NotFetched } from './not-fetched.ts';

/**
 * A screen in a file of its own, fetched when somebody seems about to open it. When it does not come, the page that
 * is open stays as it is; only whoever does open the screen is told, by `NotFetchedPage`.
 */
export function lazyPage<Screens extends Record<string, unknown>, Name extends keyof Screens>(
  fetchFile: () => Promise<Screens>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    try {
      return await fetchFile();
    } catch (cause) {
      throw new NotFetched(`The file of ${String(name)} did not come`, { cause });
    }
  }, name);
}
