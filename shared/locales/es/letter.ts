import type { letter as english } from '../en/letter.ts';
import type { SameShape } from '../same-shape.ts';

export const letter: SameShape<typeof english> = {
  dear: 'Hola, {{names}}:',
  dearFamilyOf: 'A la familia de {{names}}:',
  title: '¿Podemos visitarles?',
  intro:
    'Esta invitación viene de {{educators}}, de {{school}}. Ofrecemos una visita a todas las familias para conocernos mejor.',
  introNoNames: 'Trabajamos en {{school}}. Ofrecemos una visita a todas las familias para conocernos mejor.',
  points: {
    choice: {
      title: 'Ustedes deciden',
      text: 'Tanto el sí como el no están bien. Un no no cambia nada para su hijo o hija.',
    },
    everyone: { title: 'Es para todas las familias', text: 'No elegimos a nadie. Invitamos a todas.' },
    place: {
      title: 'Donde y cuando quieran',
      text: 'En su casa, o en una biblioteca, un parque o un café. Vamos dos personas, de 30 a 40 minutos.',
    },
    listen: {
      title: 'Vamos a escuchar',
      text: 'Cuéntennos de su hijo o hija y de lo que esperan. Sin papeles, sin notas y sin costo.',
    },
    language: { title: 'En su idioma', text: '¿Quieren un intérprete? Dígannos. Es gratis.' },
  },
  scanTitle: 'Respondan con el teléfono',
  scan: 'Apunten la cámara a este cuadro. No hace falta cuenta ni contraseña.',
  scanOwn: 'Abre la página de su familia. Por favor, guárdenla para ustedes.',
  cut: 'O llenen esta parte, córtenla y envíenla con su hijo o hija',
  cutByHand: 'O llenen esta parte, córtenla y devuélvannosla en persona',
  yes: 'Sí, queremos una visita',
  no: 'Este año no, gracias',
  times: 'Días y horas que nos convienen',
  home: 'En nuestra casa',
  elsewhere: 'En otro lugar',
  interpreter: 'Queremos un intérprete. Idioma',
  name: 'Su nombre',
  reach: 'La mejor manera de comunicarnos con ustedes',
  about: 'Sobre {{names}}',
  thanks: '¡Gracias!',
  call: {
    hello: 'Hola, soy {{name}}, de {{school}}. ¿Es buen momento?',
    offer:
      'Ofrecemos una visita a todas las familias para conocernos mejor. Vamos dos personas, una media hora, a su casa o a un lugar que les guste.',
    choice: 'Ustedes deciden. Tanto el sí como el no están bien, y pueden pensarlo con calma.',
    ask: '¿Les gustaría? ¿Qué días les convienen? ¿Quieren un intérprete?',
    thanks: 'Gracias por hablar conmigo de {{children}}.',
  },
};
