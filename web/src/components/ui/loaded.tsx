import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../../app/api.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { Skeleton } from './skeleton.tsx';

interface LoadedProps<T> {
  query: UseQueryResult<T, Error>;
  lines?: number;
  children: (data: T) => ReactNode;
}

/**
 * Shows what a query answered: grey lines first, the problem when it failed. Data once read stays on the page
 * when reading it again fails; the problem then stands above it.
 */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <ProblemAlert problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) {
    return <ProblemAlert problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  }
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
