import * as z from 'zod';

const shapes = {
  table: z.object({ TABLE_NAME: z.string().min(1) }),
  tenantRole: z.object({ TENANT_ROLE_ARN: z.string().min(1) }),
  tokens: z.object({
    TOKEN_ISSUER: z.url(),
    TOKEN_JWKS_URI: z.url(),
    TOKEN_CLIENT_ID: z.string().min(1),
  }),
  queues: z.object({ MAIL_QUEUE_URL: z.url(), TASK_QUEUE_URL: z.url() }),
  mailQueue: z.object({ MAIL_QUEUE_URL: z.url() }),
  files: z.object({ FILES_BUCKET: z.string().min(1) }),
  mail: z.object({
    MAIL_FROM: z.string().min(3),
    MAIL_CONFIGURATION_SET: z.string().min(1),
    MAIL_POSTAL_ADDRESS: z.string().min(1),
    WEB_ORIGIN: z.url(),
  }),
  userPool: z.object({ USER_POOL_ID: z.string().min(1) }),
} as const;

type Shapes = typeof shapes;

/**
 * The one place that reads the environment: each function names the parts it needs, once per cold start.
 * @throws Error naming the variables that are missing or malformed, never their values.
 */
export function readEnv<const Part extends keyof Shapes>(part: Part): z.infer<Shapes[Part]> {
  const parsed = shapes[part].safeParse(process.env);
  if (!parsed.success)
    throw new Error(
      `environment: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join(', ')}`,
    );
  return parsed.data as z.infer<Shapes[Part]>;
}
