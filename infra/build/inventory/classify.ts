import type { Entity } from '#functions/data/entity.ts';

/**
 * How a stored field is to be treated. `sensitive`: about a child or family, or private words. `personal`: about a
 * member of staff. `work`: program facts. `technical`: ids, versions, leases.
 */
export type Sensitivity = 'sensitive' | 'personal' | 'work' | 'technical';

/** Who may see an entity, and how long it stays. */
export interface Handling {
  readonly seenBy: string;
  readonly kept: string;
}

export interface Classified {
  readonly type: string;
  readonly handling: Handling;
  readonly fields: Grouped<string>;
}
type Grouped<Field extends string> = { readonly [Class in Sensitivity]?: readonly Field[] };
type Named<G> = { [Class in keyof G]: G[Class] extends readonly (infer Field)[] ? Field : never }[keyof G];
type Complete<Field, G> = [Exclude<Field, Named<G>>] extends [never]
  ? unknown
  : { missing: Exclude<Field, Named<G>> };

/** Every field of the entity's schema needs a class: one that is added without one does not compile. */
export const classify = <T, const G extends Grouped<keyof T & string>>(
  entity: Entity<T>,
  handling: Handling,
  fields: G & Complete<keyof T & string, G>,
): Classified => ({ type: entity.type, handling, fields });

export const whileDistrict = 'until the district leaves';
export const schoolStaff = 'educators and coordinators of the school, district coordinators';
export const office = 'coordinators of the school, district coordinators';
