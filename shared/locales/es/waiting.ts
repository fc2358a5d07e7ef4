import type { waiting as english } from '../en/waiting.ts';
import type { SameShape } from '../same-shape.ts';

/** “En este teléfono”: lo que espera para enviarse, lo que no se aceptó y lo que se guarda. */
export const waiting: SameShape<typeof english> = {
  leadNothing: 'Aquí no espera nada. Todo lo que escribió llegó.',
  leadWaiting: 'Se envía solo en cuanto haya conexión.',
  leadRefused: 'Algo no se aceptó. Lo que usted escribió sigue aquí.',
  sent: 'Enviado. Ya no espera nada en este teléfono.',
  stillAway: 'Todavía no hay conexión. Sigue guardado en este teléfono.',
  refusedTitle: 'Estos le necesitan',
  waitingTitle: 'Estos esperan una conexión',
  writtenAt: 'Escrito el {{day}}, {{time}}',
  yours: 'Lo que usted escribió aquí',
  now: 'Cómo está en Porchlight',
  nowUnknown: 'Ahora no se puede consultar',
  nowReflection_one: 'Escrita, {{count}} versión',
  nowReflection_other: 'Escrita, {{count}} versiones',
  nowReflectionOwed: 'Todavía sin escribir',
  again: 'Verlo y escribirlo de nuevo',
  lookAndWrite: 'Ver la familia',
  keepTheirs: 'Dejarlo como está y borrar lo mío',
  reallyTitle: '¿Borrar lo que escribió?',
  reallyBody: 'No se puede recuperar. Porchlight queda como está.',
  really: 'Borrarlo',
  keepMine: 'Dejarlo aquí',
  privacyTitle: 'Lo que se guarda en este teléfono',
  privacy1:
    'Para que pueda anotar una visita sin conexión: su nombre, escuela y clases, sus próximas visitas con los nombres de pila de los niños y el equipo, y qué reflexiones le faltan. Ninguna dirección, ningún pago, nada de otras familias.',
  privacy2:
    'Se renueva cada vez que Porchlight se abre con conexión, y se borra a los siete días, al salir de la sesión y cuando entra otra persona.',
  privacy3: 'Lo que escribe sin conexión se queda hasta que se envía. Solo usted puede verlo y enviarlo.',
};
