import { useReadList } from '../../app/api.tsx';
import { useWholeList } from '../../app/read-on.ts';

/** Every school the reader may see, by name; a district has at most a few hundred. */
export function useSchools() {
  const query = useReadList('listSchools', { query: { limit: 100 } });
  useWholeList(query);
  const schools = query.data?.items ?? [];
  return {
    query,
    schools,
    nameOf: (schoolId: string): string | undefined =>
      schools.find((school) => school.schoolId === schoolId)?.name,
  };
}
