import type { mail as english } from '../en/mail.ts';
import type { SameShape } from '../same-shape.ts';

export const mail: SameShape<typeof english> = {
  layout: {
    hello: 'Hola, {{name}}:',
    thanks: 'Gracias por abrir puertas.',
    team: 'El equipo de visitas al hogar de {{district}}',
    voluntary: 'Las visitas al hogar son voluntarias, para las familias y para usted.',
    why: 'Recibe este correo porque participa en las visitas al hogar de {{district}}.',
    unsubscribe: 'Dejar de recibir avisos de temporada',
    unsubscribeNote:
      'Los avisos de segundas visitas y de mirada atrás llegan unas pocas veces al año. Puede dejarlos con un solo clic.',
  },
  place: {
    home: 'en el hogar de la familia',
    neutral: 'en un lugar que eligió la familia',
    virtual: 'por videollamada',
  },
  visit: {
    with: 'Visita con la familia de {{names}}',
    when: 'Cuándo',
    where: 'Dónde',
    whoComes: 'Quiénes van',
    minutes: '{{day}}, {{time}} ({{minutes}} minutos)',
    calendarNote:
      'Una visita que la familia eligió tener. La familia puede cambiarla o rechazarla en cualquier momento. {{link}}',
  },
  personInvited: {
    subject: 'Su entrada a Porchlight, {{district}}',
    heading: 'La luz del porche está encendida',
    intro:
      'En Porchlight, {{district}} planea sus visitas al hogar: a quién invitar, cuándo reunirse y cómo cobrar.',
    how: 'Entre con esta dirección de correo. Recibirá un código por correo; no hay contraseña que recordar.',
    button: 'Abrir Porchlight',
    notYou: 'Si no esperaba este correo, puede ignorarlo. No pasa nada hasta que entre.',
  },
  visitScheduled: {
    subject: 'Visita el {{day}} con la familia de {{names}}',
    subjectChanged: 'Cambio: visita el {{day}} con la familia de {{names}}',
    heading: 'Hay una visita planeada',
    headingChanged: 'Una visita ha cambiado',
    intro: 'La familia aceptó una visita. La invitación de este correo la pone en su calendario.',
    introChanged: 'Mire por favor los nuevos datos. La invitación de este correo actualiza su calendario.',
    addressNote: 'La dirección se queda en Porchlight. Nunca se envía por correo.',
    button: 'Ver la visita',
  },
  visitProposed: {
    subject: '¿Le gustaría acompañar? {{day}}, la familia de {{names}}',
    subjectWaiting: 'Nueva hora: {{day}}, la familia de {{names}}',
    heading: 'Un colega le pide que le acompañe',
    headingWaiting: 'Esta visita espera un sí',
    intro:
      'Una familia dijo que sí a una visita y a un colega le gustaría ir con usted. Conteste sí o no en Porchlight.',
    introWaiting:
      'Usted aceptó esta hora. Cuando todas las personas hayan dicho que sí, quedará firme en su calendario.',
    free: 'Puede decir que no; nadie pregunta por qué. La dirección se queda en Porchlight.',
    button: 'Contestar',
    buttonWaiting: 'Ver la visita',
  },
  visitDeclined: {
    subject: '{{name}} no puede ir el {{day}}',
    heading: '{{name}} no puede acompañar',
    stands: 'El equipo sigue siendo suficiente, así que la visita se mantiene.',
    askAnother: 'Puede preguntar a otro colega, elegir otra hora o cancelar la visita.',
    button: 'Ver la visita',
  },
  visitLeft: {
    subject: 'Ya no forma parte de la visita del {{day}}, la familia de {{names}}',
    heading: 'Esta visita sigue sin usted',
    intro: 'El plan cambió y no le esperan. Este correo quita la visita de su calendario.',
    button: 'Abrir mi día',
  },
  visitCancelled: {
    subject: 'Cancelada: visita el {{day}} con la familia de {{names}}',
    heading: 'Una visita se canceló',
    intro: 'Esta visita no tendrá lugar. Este correo la quita de su calendario.',
    noBlame: 'No pasa nada: una familia puede cambiar de idea, y usted también.',
    button: 'Ver la visita',
  },
  digest: {
    subjectReflection: 'Una reflexión espera sus palabras',
    subjectClaim: 'Una visita está lista para su solicitud de pago',
    subjectSecond: 'Es la temporada de las segundas visitas',
    subjectLookBack: '¿Cómo le fue en clase?',
    subjectSeveral: 'Sus visitas: hay algunas cosas pendientes',
    heading: 'Lo que le espera',
    intro: 'Para casi todo bastan tres minutos tranquilos.',
    reflections: 'Reflexiones',
    reflection: 'Sobre {{name}}, visita del {{day}}',
    reflectionDue: 'Prevista para el {{due}}',
    reflectionNote: 'Sus palabras son para usted y su clase; nadie más las lee.',
    claims: 'Solicitudes de pago',
    claim: 'Visita del {{day}}: {{amount}}',
    claimDue: 'Abierta hasta el {{due}}',
    claimNote: 'Envíela mientras esté abierta y podrá entrar en el próximo periodo de pago.',
    secondVisits: 'Segundas visitas',
    secondVisit: 'La familia de {{names}}, primera visita el {{day}}',
    secondVisitNote:
      'Si le parece bien, pregunte si les gustaría reunirse otra vez. Un no también es una buena respuesta.',
    lookBacks: 'Una mirada atrás',
    lookBack: 'Después de la visita a la familia de {{name}} del {{day}} usted quería probar algo',
    lookBackNote: '¿Cómo le fue? Basta una palabra, y «todavía no» también es una respuesta.',
    button: 'Abrir mi día',
  },
};
