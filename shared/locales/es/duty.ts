import type { duty as english } from '../en/duty.ts';
import type { SameShape } from '../same-shape.ts';

/** Lo que dice una página mientras alguien escribe palabras que suenan a deber. */
export const duty: SameShape<typeof english> = {
  found_one: '«{{words}}» suena a deber.',
  found_other: 'Estas palabras suenan a deber: {{words}}.',
  practice: 'Práctica esencial 1: las visitas son voluntarias para todos y se acuerdan de antemano.',
  instead: 'Pruebe con palabras de bienvenida: «le invitamos», «si le gustaría», «un no también está bien».',
};
