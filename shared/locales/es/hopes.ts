import type { hopes as english } from '../en/hopes.ts';
import type { SameShape } from '../same-shape.ts';

export const hopes: SameShape<typeof english> = {
  title: 'Esperanzas de la familia',
  hint: 'De la primera visita. La familia puede leer esto, cambiarlo y retirarlo.',
  byStaff: 'Lo anotó {{name}} el {{day}}',
  byFamily: 'Con las palabras de la familia, {{day}}',
  withdrawn: 'La familia retiró sus esperanzas. Es su derecho; por favor, no pregunte de nuevo.',
  none: 'Todavía no hay nada anotado.',
  waits: 'Las esperanzas se anotan después de la primera visita.',
  write: 'Anotar las esperanzas para {{name}}',
  edit: 'Cambiar lo anotado sobre {{name}}',
  form: {
    title: 'Esperanzas para {{name}}',
    lead: '¿Qué dijo la familia que espera y sueña? La familia puede leer esto, cambiarlo y retirarlo.',
    words: 'La familia espera que …',
    help: 'Dos o tres frases, como las diría la familia. Nada sobre notas, conducta o asistencia.',
    save: 'Guardar para nosotros y la familia',
    error: 'Escriba qué espera la familia',
    familyWrote: 'La familia escribió sus esperanzas con sus propias palabras. Se quedan así.',
  },
  wants: {
    title: 'De qué quiere hablar la familia',
    hint: 'Una segunda visita trata del trabajo escolar, o de lo que la familia quiera. Pregunte al acordarla.',
    words: 'La familia quiere hablar de …',
    help: 'Déjelo vacío si la familia prefiere ver qué surge.',
    save: 'Guardar para la visita',
    saved: 'Guardado para la visita.',
    open: 'La familia prefiere ver qué surge.',
    edit: 'Cambiar',
    add: 'Anotarlo',
  },
};
