import { useEffect } from 'react';

interface LongList {
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Reads a list to its end, a page at a time, while `wanted`: to count it, or to look for a name in it. */
export function useWholeList(list: LongList, wanted = true): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage]);
}

/** Asks again every few seconds while something is still under way on the other side. */
export function useAskAgain(query: { refetch: () => Promise<unknown> }, underWay: boolean): void {
  const { refetch } = query;
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => void refetch(), 2_500);
    return () => clearInterval(timer);
  }, [underWay, refetch]);
}
