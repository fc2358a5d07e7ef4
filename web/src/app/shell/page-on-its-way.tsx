import { useEffect, useState } from 'react';
import { Skeleton } from '../../components/ui/skeleton.tsx';

/** Between two pages. Waits a moment before it shows anything, so that a fast page does not flicker. */
export function PageOnItsWay() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <header className="pl-page-head pl-page-head-empty" />
      <div className="pl-measure pl-page-body">{late && <Skeleton lines={4} />}</div>
    </>
  );
}
