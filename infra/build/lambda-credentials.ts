/**
 * Stands in for the SDK's `@aws-sdk/credential-provider-node` in every bundle. A function gets its credentials from
 * Lambda through the environment and nowhere else, so the searches through profiles, single sign-on and instance
 * metadata are dead weight: about 115 KB of each bundle.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('The environment of this function has no credentials.');
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
};
