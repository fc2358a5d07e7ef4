/**
 * The school whose colleagues somebody asks to come along: one of the children's where they work themselves, else their
 * first. Another school's staff is not theirs to see, though a sister or brother goes there.
 */
export const schoolToAskAt = (
  own: readonly { readonly schoolId: string }[],
  ofChildren: readonly string[],
): string =>
  ofChildren.find((schoolId) => own.some((school) => school.schoolId === schoolId)) ??
  own[0]?.schoolId ??
  ofChildren[0] ??
  '';
