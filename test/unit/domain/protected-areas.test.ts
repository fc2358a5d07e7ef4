import { describe, expect, it } from 'vitest';
import { protectedAreas, protectedAreasIn } from '#shared/domain/protected-areas/protected-areas.ts';

const areasIn = (text: string) => protectedAreasIn(text).map(({ area }) => area);

describe('the protected areas of the PPRA in what somebody writes', () => {
  it.each([
    ['politics', 'They voted for the other side', 'Hablamos de un partido político'],
    ['mental_health', 'She seems depressed since spring', 'El niño toma medicamentos'],
    ['sexuality', 'The sister is pregnant', 'La hermana está embarazada'],
    ['law', 'The uncle was arrested', 'El tío está en la cárcel'],
    ['family_criticism', 'She is a bad mother', 'Es un mal padre'],
    ['privileged', 'Their lawyer called', 'El abogado llamó ayer'],
    ['religion', 'They go to church on Sundays', 'Van a la iglesia los domingos'],
    ['income', 'Their income is low', 'Sus ingresos son bajos'],
  ] as const)('are noticed in both languages: %s', (area, english, spanish) => {
    expect(areasIn(english)).toEqual([area]);
    expect(areasIn(spanish)).toEqual([area]);
  });

  it('are all eight known', () => {
    expect(protectedAreas).toHaveLength(8);
  });

  it('name the word by which they were found, and each area once', () => {
    expect(protectedAreasIn('The Church and the temple')).toEqual([{ area: 'religion', word: 'Church' }]);
  });

  it.each([
    'She wants to be a doctor, or a lawyer, or a police officer',
    'He loves soccer, his grandmother’s garden and drawing trains',
    'Quiere ser doctora o policía, y aprender a nadar',
    'They would like more phone calls with good news',
    'El papá toca la guitarra y la familia canta',
  ])('are not seen where there are none: %s', (text) => {
    expect(protectedAreasIn(text)).toEqual([]);
  });
});
