import { createContext, useContext } from 'react';

/** Who is signed in, for what the frame itself shows; a district's pages use `useMe`. */
export interface FrameOf {
  name: string;
  place: string;
  permissions: readonly string[];
}
export const FrameContext = createContext<FrameOf | null>(null);

export function useFrame(): FrameOf {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error('FrameContext is missing');
  return frame;
}
