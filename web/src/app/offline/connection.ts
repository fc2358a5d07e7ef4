/** Seconds between two looks whether the server is back; the last one repeats. */
const pauses = [4, 8, 15, 30, 60];
const patience = 8_000;

/** Whether the server was out of reach when it was last asked. What the browser says about being online is a guess. */
export interface Connection {
  readonly away: boolean;
  /** `fetch` that notices silence. */
  readonly fetch: typeof fetch;
  /** Does something that may need the network, and notices when it is not there. */
  watch<T>(work: () => Promise<T>): Promise<T>;
  /** Asks whether the server answers at all. Changes nothing there, so it may be lost on the way. */
  reachable(): Promise<boolean>;
  /** Told when `away` changes. @returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
}

/** @param healthUrl an address that anybody may read. */
export function createConnection(healthUrl: string): Connection {
  const listeners = new Set<() => void>();
  let away = false;
  let pause = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const noted = (nowAway: boolean) => {
    if (!nowAway) pause = 0;
    if (nowAway === away) return;
    away = nowAway;
    clearTimeout(timer);
    if (away) lookLater();
    for (const listener of listeners) listener();
  };
  const watch = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      noted(true);
      throw error;
    }
  };
  const watched: typeof fetch = async (input, init) => {
    const answer = await watch(() => fetch(input, init));
    noted(false);
    return answer;
  };
  const reachable = async () => {
    try {
      await watched(healthUrl, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
      return true;
    } catch {
      return false;
    }
  };
  const lookNow = () => {
    if (document.visibilityState === 'visible' && away) void reachable().then((back) => back || lookLater());
  };
  const lookLater = () => {
    clearTimeout(timer);
    timer = setTimeout(lookNow, 1_000 * (pauses[Math.min(pause, pauses.length - 1)] ?? 60));
    pause += 1;
  };
  window.addEventListener('online', lookNow);
  document.addEventListener('visibilitychange', lookNow);

  return {
    get away() {
      return away;
    },
    fetch: watched,
    watch,
    reachable,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
