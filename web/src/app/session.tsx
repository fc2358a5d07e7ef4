import { createContext, useContext } from 'react';
import type { Answer } from '#shared/contract/client.ts';
import type { SignIn } from './sign-in.ts';

export const SignInContext = createContext<SignIn | null>(null);

/** Signing in and out. */
export function useSignIn(): SignIn {
  const signIn = useContext(SignInContext);
  if (signIn === null) throw new Error('SignInContext is missing');
  return signIn;
}

export type Me = Answer<'getMe'>;

export const MeContext = createContext<Me | null>(null);

/** Someone of the national office opened a page that only a district has. */
export class NotOfADistrict extends Error {}

/** The signed-in person and their district. Only on pages of a district, where it is always there. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new NotOfADistrict('This page belongs to a district');
  return me;
}
