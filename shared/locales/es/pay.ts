import type { pay as english } from '../en/pay.ts';
import type { SameShape } from '../same-shape.ts';

export const pay: SameShape<typeof english> = {
  title: 'Mi pago',
  lead: 'Cada visita que hizo y cómo va su pago.',
  none: 'Todavía no hay pagos',
  noneBody: 'Cuando anote una visita, su pago aparecerá aquí. No hay que llenar ningún formulario.',
  toSend: 'Listo para enviar',
  toSendHint: 'Envíelo a su coordinación para que lo apruebe.',
  rest: 'Enviados y pagados',
  visitOn: 'Visita del {{day}}',
  openVisit: 'Abrir la visita',
  send: 'Enviar para aprobar',
  sendBy: 'Enviar a más tardar el {{day}}',
  sent: 'Enviado. Su coordinación lo va a revisar.',
  returned: 'Su coordinación lo devolvió: «{{words}}»',
  visit: 'Visita',
  amount: 'Cantidad',
  how: 'Cómo se calcula',
  state: 'Estado',
  status: {
    open: 'Sin enviar',
    submitted: 'Con su coordinación',
    approved: 'Aprobado',
    paid: 'En el archivo de nómina',
    unpaid: 'Registro, sin pago',
  },
  rule: {
    unpaid: 'Su distrito no paga las visitas. Este es su registro de la visita.',
    flatEvent: '{{rate}} por cada visita',
    flatStudent_one: '{{rate}} por cada niño, un niño',
    flatStudent_other: '{{rate}} por cada niño, {{count}} niños',
    hoursEvent: '{{hours}} h a {{rate}} por cada visita, dure lo que dure',
    hoursStudent_one: '{{hours}} h a {{rate}} por cada niño, un niño',
    hoursStudent_other: '{{hours}} h a {{rate}} por cada niño, {{count}} niños',
  },
};
