import type { welcome as english } from '../en/welcome.ts';
import type { SameShape } from '../same-shape.ts';

export const welcome: SameShape<typeof english> = {
  title: 'Una buena visita empieza con una luz encendida',
  body: 'Porchlight ayuda a docentes y familias a conocerse en casa: invitar, planear, visitar, reflexionar. Del calendario y del pago se encarga Porchlight.',
  noAccount: '¿Todavía no tiene cuenta? La coordinación de su escuela puede invitarle.',
};
