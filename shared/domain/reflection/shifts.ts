/**
 * The seven shifts that RTI International found in educators and families who took part in home visits (McKnight,
 * Venkateswaran, Laird, Robles and Shalev, "Mindset Shifts and Parent Teacher Home Visits", October 2017; see
 * docs/reflection.md). A reflection asks along these and along nothing else; the prompts are our own words.
 */
export const shifts = [
  /** Families no longer see educators as distant figures of authority. */
  'at_ease',
  /** Families feel surer of turning to the school. */
  'reaching_out',
  /** Educators notice what they had assumed. */
  'assumptions',
  /** Educators understand more, and feel with the family. */
  'understanding',
  /** What educators learned of interests and home life goes into class. */
  'interests',
  /** Educators meet hard moments with more empathy. */
  'hard_moments',
  /** Educators and families are in touch more often. */
  'in_touch',
] as const;
export type Shift = (typeof shifts)[number];

/** Two prompts are enough to begin with, in three minutes; the other five wait one tap away. */
export function shiftsFirst(visitNumber: number): readonly [Shift, Shift] {
  return visitNumber === 1 ? ['understanding', 'interests'] : ['reaching_out', 'in_touch'];
}
