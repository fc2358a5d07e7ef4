/** Names that phones and servers do not know: they carry only the commoner languages of `Intl.DisplayNames`. */
const rare: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { ase: 'American Sign Language', kar: 'Karen', mh: 'Marshallese', nv: 'Navajo' },
  es: { ase: 'lengua de señas estadounidense', kar: 'karen', mh: 'marshalés', nv: 'navajo' },
};

/** A language's name in another language, `so` in `en` → “Somali”; a tag that nobody knows is shown as it is. */
export function languageName(tag: string, inLanguage: string): string {
  const own = rare[inLanguage.slice(0, 2)]?.[tag];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
