import type { reflection as english } from '../en/reflection.ts';
import type { SameShape } from '../same-shape.ts';

export const reflection: SameShape<typeof english> = {
  title: 'Reflexión sobre {{name}}',
  lead: 'Solo usted puede leer estas palabras.',
  hopes: '¿Qué aprendió sobre las esperanzas y los sueños de la familia para {{name}}?',
  hopesHelp: 'Con sus propias palabras. Puede dejarlo vacío.',
  apply: '¿Qué va a probar en clase gracias a esta visita?',
  applyHelp: 'Algo pequeño está bien: un saludo, un libro, una forma de llamar a casa.',
  leaveOut:
    'Escriba sobre esperanzas y fortalezas. Por favor, no escriba sobre salud, religión, política, dinero, problemas de la familia ni nada que la familia no quisiera ver escrito.',
  save: 'Guardar mi reflexión',
  saveAgain: 'Guardar mis cambios',
  error: 'Escriba una cosa que va a probar en clase',
  versions_one: 'Guardada una vez. Si la cambia, se conserva lo que escribió antes.',
  versions_other: 'Guardada {{count}} veces. Si la cambia, se conserva lo que escribió antes.',
  due: 'Por favor, escríbala a más tardar el {{day}}.',
  leave: 'Aquí hay palabras sin guardar. ¿Salir de todos modos?',
};
