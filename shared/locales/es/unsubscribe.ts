import type { unsubscribe as english } from '../en/unsubscribe.ts';
import type { SameShape } from '../same-shape.ts';

export const unsubscribe: SameShape<typeof english> = {
  title: '¿Dejar los avisos de temporada?',
  body: 'Porchlight ya no le recordará la temporada de segundas visitas ni le preguntará cómo fue en clase. Los correos sobre sus visitas y su pago siguen.',
  stop: 'Dejar los avisos',
  doneTitle: 'Los avisos han terminado',
  done: 'No recibirá más avisos de temporada. Gracias por sus visitas.',
  incomplete: 'Este enlace no está completo. Ábralo otra vez desde el correo o cópielo entero.',
};
