import type { announcement as english } from '../en/announcement.ts';
import type { SameShape } from '../same-shape.ts';

/** Anuncios del programa a las familias de una escuela. */
export const announcement: SameShape<typeof english> = {
  list: {
    title: 'Escrito a las familias',
    lead: 'Noticias de las visitas, para cada familia de la escuela o de una clase.',
    write: 'Escribir a las familias',
    none: 'Todavía no hay nada escrito',
    noneBody:
      'Un primer correo puede decir qué son las visitas, y que cada familia es libre de decir sí o no.',
    sent: 'Está en camino. Puede dejar esta página; los correos siguen saliendo.',
    school: 'Todas las familias',
    byOn: '{{name}}, {{day}}',
    onItsWay: 'En camino: {{done}} de {{total}} familias',
    done_one: 'Enviado a una familia, en {{mails}}',
    done_other: 'Enviado a {{count}} familias, en {{mails}}',
    mails_one: 'un correo',
    mails_other: '{{count}} correos',
    withoutMail_one: 'Una familia no tiene dirección de correo, o pidió no recibirlo.',
    withoutMail_other: '{{count}} familias no tienen dirección de correo, o pidieron no recibirlo.',
    read: 'Leerlo',
    english: 'En inglés',
    spanish: 'En español',
  },
  write: {
    title: 'Escribir a las familias',
    toSchool: 'A todas las familias de {{school}}',
    toClass: 'A las familias de {{class}}',
    lead: 'Cada familia lo lee en su idioma, con un enlace a su propia página, donde puede pedir una visita o decir que no.',
    english: 'En inglés',
    spanish: 'En español',
    both: 'Escríbalo en un idioma o en los dos. Una familia cuyo idioma falte recibe el otro.',
    subject: 'Asunto',
    body: 'Lo que quiere decir',
    bodyHelp: 'Una línea vacía empieza un párrafo. El saludo y la despedida se añaden.',
    mendSubject: 'Escriba un asunto de 3 a 120 letras.',
    mendBody: 'Escriba al menos una frase, hasta 3.000 letras.',
    mendOne: 'Escríbalo al menos en un idioma.',
    preview: 'Ver cómo queda',
  },
  preview: {
    title: 'Como lo leerán las familias',
    reach_one: 'Lo recibe una familia.',
    reach_other: 'Lo reciben {{count}} familias.',
    who: 'No se escribe a las familias que dijeron que no este año o que pidieron no ser contactadas. Cada persona responsable con dirección recibe un correo.',
    sample: 'Su nombre está en lugar del de quien lee, y cada correo lleva su propio enlace.',
    subject: 'Asunto',
    send_one: 'Enviarlo a una familia',
    send_other: 'Enviarlo a {{count}} familias',
    change: 'Cambiarlo',
  },
};
