/** A file of the app could not be fetched: there is no connection, or a newer release has taken its place. */
export class NotFetched extends Error {
  override name = 'NotFetched';
}
