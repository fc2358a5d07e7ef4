import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useRef } from 'react';
import { type Answer, type Args, type Client, RequestRefused } from '#shared/contract/client.ts';
import type { Routes } from '#shared/contract/contract.ts';
import type { Problem } from '#shared/contract/errors.ts';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('ClientProvider is missing');
  return client;
}

/** Routes that answer data; those that answer a page of their own are not for scripts. */
type DataId = Parameters<Client>[0];
/** Ids of routes that only read. */
type ReadId = { [Id in DataId]: Routes[Id]['method'] extends 'GET' ? Id : never }[DataId];
export type CommandId = Exclude<DataId, ReadId>;
/** Read routes that answer a page of rows and a cursor. */
type ListId = {
  [Id in ReadId]: Answer<Id> extends { items: unknown[]; cursor: string | null } ? Id : never;
}[ReadId];
type ItemOf<Id extends ListId> = Answer<Id>['items'][number];

/** A refusal cannot get better by itself; silence and overload can. */
function worthTryingAgain(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof RequestRefused) || error.problem.status >= 500);
}

/** The cache of everything read. It asks the network always: what the browser says about being online is a guess. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 10_000, retry: worthTryingAgain, retryDelay: 800 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** The query of one read route, for `useQuery`, loaders and the cache. */
export function readOptions<Id extends ReadId>(client: Client, id: Id, args: Args<Id>) {
  return queryOptions({ queryKey: [id, args] as const, queryFn: () => client(id, args) });
}

/** Reads into the cache without waiting, so that a page finds its data on the way. */
export type ReadAhead = <Id extends ReadId>(id: Id, args: Args<Id>) => void;

/** `worthIt` says whether the reader may get an answer at all: before the sign-in nothing is asked. */
export function createReadAhead(
  client: Client,
  queries: QueryClient,
  worthIt: () => Promise<boolean>,
): ReadAhead {
  return (id, args) => {
    void worthIt().then((may) => (may ? queries.prefetchQuery(readOptions(client, id, args)) : undefined));
  };
}

/** Reads: `useRead('getVisit', { params: { visitId } })`. */
export function useRead<Id extends ReadId>(id: Id, args: Args<Id>, options: { enabled?: boolean } = {}) {
  return useQuery({ ...readOptions(useClient(), id, args), enabled: options.enabled ?? true });
}

/** A long list, page after page: `items` so far, and `fetchNextPage` while `hasNextPage`. */
export function useReadList<Id extends ListId>(id: Id, args: Args<Id>) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [id, args, 'pages'] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = 'query' in args && typeof args.query === 'object' ? args.query : {};
      return client(id, {
        ...args,
        query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) },
      });
    },
    getNextPageParam: (page) => page.cursor,
    select: (data) => ({ items: data.pages.flatMap((page) => page.items as readonly ItemOf<Id>[]) }),
    placeholderData: keepPreviousData,
  });
}

/**
 * Changes something. The Idempotency-Key belongs to the attempt: a try whose answer was lost is repeated under
 * the same key, so that nothing happens twice. A plain refusal stored nothing, and the next try gets a new key.
 * Afterwards everything on screen is read again.
 */
export function useCommand<Id extends CommandId>(
  id: Id,
  options: { onDone?: (answer: Answer<Id>) => void | Promise<void> } = {},
) {
  const client = useClient();
  const queries = useQueryClient();
  const key = useRef<string | null>(null);
  const mutation = useMutation({
    mutationKey: [id],
    mutationFn: (args: Args<Id>) => {
      key.current ??= crypto.randomUUID();
      return client(id, args, key.current);
    },
    onSuccess: async (answer) => {
      key.current = null;
      await queries.invalidateQueries();
      await options.onDone?.(answer);
    },
    onError: (error) => {
      if (!(error instanceof RequestRefused) || error.problem.status >= 500) return;
      key.current = null;
      // Someone else was faster: what they did is shown, so that the person can decide anew.
      if (error.problem.code === 'CHANGED_MEANWHILE') void queries.invalidateQueries();
    },
  });
  return {
    send: mutation.mutate,
    pending: mutation.isPending,
    done: mutation.isSuccess,
    problem: mutation.error === null ? null : problemOf(mutation.error),
    reset: mutation.reset,
  };
}

/** Any failure as a problem with words for it. */
export function problemOf(error: Error): Problem {
  if (error instanceof RequestRefused) return error.problem;
  return {
    type: 'about:blank',
    title: 'No connection',
    status: 0,
    code: 'BUSY',
    detail: 'Porchlight cannot be reached right now. Check the connection and try again.',
    reason: 'no_connection',
    requestId: '',
    fields: [],
  };
}
