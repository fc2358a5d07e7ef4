import type { sensitive as english } from '../en/sensitive.ts';
import type { SameShape } from '../same-shape.ts';

export const sensitive: SameShape<typeof english> = {
  note: '«{{words}}» puede tocar algo que es asunto de la familia: {{areas}}. Si no hace falta, déjelo fuera.',
  area: {
    politics: 'la política',
    mental_health: 'la salud mental',
    sexuality: 'la sexualidad',
    law: 'problemas con la ley',
    family_criticism: 'juicios sobre la familia',
    privileged: 'lo dicho a un médico, abogado o ministro',
    religion: 'la religión',
    income: 'los ingresos',
  },
};
