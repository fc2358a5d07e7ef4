import type { queue as english } from '../en/queue.ts';
import type { SameShape } from '../same-shape.ts';

export const queue: SameShape<typeof english> = {
  title: 'A quién invitar ahora',
  lead: 'A cada familia le llega su turno. El orden sale por sorteo, y primero van las familias que pidieron una visita.',
  next: 'Siguen en el orden',
  nextHint_one: 'Falta una familia.',
  nextHint_other: 'Faltan {{count}} familias.',
  afterThese: 'Después de estas',
  lane: {
    asked: 'Pidió una visita',
    said_yes: 'Dijo que sí',
    siblings: 'Hermanos y hermanas',
    everyone: 'Aún sin invitar',
  },
  invite: 'Invitar',
  plan: 'Planear la visita',
  closePanel: 'Ahora no',
  saved: {
    invited: 'Guardado: {{name}}, con invitación.',
    accepted: 'Guardado: {{name}} dijo que sí.',
    declined: 'Guardado: {{name}} dijo que no. Gracias por preguntar con amabilidad.',
  },
  openFamily: 'Abrir la página de la familia',
  letters: 'Imprimir cartas',
  wholeSchool: 'El orden de toda la escuela',
  school: 'La escuela',
  waiting_one: 'Invitada, sin respuesta: una familia',
  waiting_other: 'Invitadas, sin respuesta: {{count}} familias',
  waitingHint: 'No hace falta insistir. No contestar también está bien.',
  visiting_one: 'Visita planeada o hecha: una familia',
  visiting_other: 'Visita planeada o hecha: {{count}} familias',
  listed_one: 'Se muestra la primera.',
  listed_other: 'Se muestran las primeras {{count}}.',
  leftOut_one: 'Una familia no aparece: dijo que no este año o pidió que no se le contacte.',
  leftOut_other: '{{count}} familias no aparecen: dijeron que no este año o pidieron que no se les contacte.',
  how: 'Cómo se forma este orden',
  howBody:
    'Una semilla mezcla a las familias como una baraja. No sabe de notas, faltas, conducta, idioma ni origen, y nadie puede ordenarla ni filtrarla. Una familia nueva no cambia el turno de nadie. El orden es el mismo todo el año y para todos.',
  howLanes:
    'Primero van las familias que pidieron una visita, luego las que dijeron que sí, luego los hogares con varios niños aquí y después todas las demás.',
  seed: 'Semilla',
  none: 'A todas las familias les llegó su turno',
  noneBody: 'No queda nadie por invitar. Gracias por preguntarles a todas.',
  nobody: 'Aquí todavía no hay familias',
  nobodyBody: 'Aparecen con la lista de la clase o con los datos de su escuela.',
};
