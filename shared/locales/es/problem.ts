import type { problem as english } from '../en/problem.ts';
import type { SameShape } from '../same-shape.ts';

export const problem: SameShape<typeof english> = {
  no_connection: 'Ahora no se puede llegar a Porchlight. Revise la conexión e intente de nuevo.',
  not_signed_in: 'Su sesión terminó. Entre de nuevo para seguir.',
  not_allowed: 'Su cuenta no puede hacer esto. Si cree que debería, pregunte a su coordinación.',
  not_found: 'Esto no está aquí, o no le corresponde verlo.',
  changed_meanwhile:
    'Otra persona cambió esto hace un momento. Vuelva a cargar la página, revise y repita su cambio.',
  repeated_with_other_content:
    'Puede que un intento anterior ya haya llegado. Vuelva a cargar la página y revise antes de enviarlo otra vez.',
  too_large: 'Esto es demasiado grande para enviarlo.',
  too_many_requests: 'Fue mucho a la vez. Espere un momento e intente de nuevo.',
  internal: 'Algo salió mal de nuestro lado. Intente de nuevo en un momento.',
  busy: 'Porchlight no respondió. Intente de nuevo en un momento.',
};
