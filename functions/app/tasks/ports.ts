/** Accounts of the sign-in service. Nobody is given a password: people sign in with a code or a passkey. */
export interface Accounts {
  /** The subject of the account with this address; opens one when there is none. Twice is once. */
  open(email: string): Promise<string>;
}
