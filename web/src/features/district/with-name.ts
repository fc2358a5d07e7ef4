const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Those whose name holds what was typed, whatever its accents and capitals. */
export function withName<T extends { name: string }>(all: readonly T[], typed: string): readonly T[] {
  const wanted = plain(typed.trim());
  return wanted === '' ? all : all.filter((one) => plain(one.name).includes(wanted));
}
