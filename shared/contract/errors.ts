import * as z from 'zod';

/** Stable codes a client may switch on, with the HTTP status each answers. */
export const errorStatus = {
  BAD_REQUEST: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CHANGED_MEANWHILE: 409,
  NOT_POSSIBLE: 409,
  REPEATED_WITH_OTHER_CONTENT: 422,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  BUSY: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** RFC 9457 problem details. `detail` is a sentence for the person; `fields` name what to mend, without values. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  /** A catalogue key under `problem.`, so that the web app can say `detail` in the reader's language. */
  reason: z.string().nullable(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
  /** The people of whom the reason speaks, to be named in the reader's language; left out where it names nobody. */
  names: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;
