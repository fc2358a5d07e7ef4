import type { request as english } from '../en/request.ts';
import type { SameShape } from '../same-shape.ts';

export const request: SameShape<typeof english> = {
  title: '¿Le gustaría acompañar?',
  from: '{{name}} le pide que vaya a esta visita.',
  fromInterpreter: '{{name}} le pide que interprete en esta visita.',
  moved: 'Alguien del equipo cambió esta visita. ¿Le viene bien la nueva hora?',
  when: 'Cuándo',
  length: 'Duración',
  minutes_one: '{{count}} minuto',
  minutes_other: '{{count}} minutos',
  where: 'Dónde',
  where_home: 'En el hogar de la familia',
  where_neutral: 'En un lugar que eligió la familia: {{place}}',
  where_virtual: 'Por videollamada',
  team: 'Quién más',
  nobodyElse: 'Todavía nadie',
  free: 'El sí y el no están bien. Nadie pregunta por qué.',
  yes: 'Sí, voy',
  no: 'No, esta vez no',
  noLonger: 'Ya no puedo ir',
  closer: 'Ver toda la visita',
  saidYes: 'Gracias. La visita queda en firme en cuanto todos digan que sí.',
  stands:
    'Gracias. Todos dijeron que sí: la visita queda en firme. La invitación al calendario va en camino.',
  saidNo: 'Guardado. Su hora queda libre, y su colega ya lo sabe.',
  gap: {
    title_one: '{{names}} no puede ir',
    title_other: '{{names}} no pueden ir',
    hint: 'Puede pedírselo a otra persona o elegir otra hora.',
    ask: 'Pedírselo a otra persona',
    more: 'También sin equipo completo',
  },
  waiting: {
    title: 'Esperan un sí',
    hint: 'Usted no tiene que hacer nada. Recibirá un correo en cuanto todos contesten.',
    for: 'Falta la respuesta de: {{names}}',
  },
  passed: {
    title: '¿Se hizo esta visita de todos modos?',
    hint: 'No todos habían dicho que sí cuando empezó. Si se hizo, anótela con un motivo; la aprueba alguien de fuera del equipo.',
    write: 'Sí se hizo: anotarla',
    not: 'No se hizo',
    more: 'También pasadas, sin el sí de todos',
  },
  role: {
    lead: 'La organizó',
    educator: 'Acompaña',
    interpreter: 'Interpreta',
  },
  answer: {
    asked: 'Sin respuesta todavía',
    yes: 'Dijo que sí',
    no: 'No puede ir',
  },
};
