/** Where mail leads: pages of the web app, each behind sign-in. */
export const links = {
  home: (webOrigin: string): string => `${webOrigin}/`,
  myTrainings: (webOrigin: string): string => `${webOrigin}/my-trainings`,
  today: (webOrigin: string): string => `${webOrigin}/today`,
  visit: (webOrigin: string, visitId: string): string => `${webOrigin}/visits/${visitId}`,
  reflection: (webOrigin: string, visitId: string, studentId: string): string =>
    `${webOrigin}/visits/${visitId}/students/${studentId}/reflection`,
  lookBack: (webOrigin: string, visitId: string, studentId: string): string =>
    `${webOrigin}/visits/${visitId}/students/${studentId}/look-back`,
  family: (webOrigin: string, familyId: string): string => `${webOrigin}/families/${familyId}`,
  /** The family's own page, without an account; short, since it stands in QR codes too. */
  familyPage: (webOrigin: string, link: string): string => `${webOrigin}/f/${link}`,
  /**
   * For people: a page with a button; opening it changes nothing (I37). The link stands behind `#`, so that its
   * secret reaches no server log and no referrer.
   */
  unsubscribePage: (webOrigin: string, link: string): string => `${webOrigin}/unsubscribe#${link}`,
  /** For mail programs: one POST without sign-in (RFC 8058). */
  unsubscribePost: (webOrigin: string, link: string): string => `${webOrigin}/api/unsubscribe/${link}`,
} as const;
