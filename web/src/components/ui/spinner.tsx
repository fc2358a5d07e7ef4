/** Something is on its way; only for the eye, the words beside it say what. */
export function Spinner() {
  return <span className="pl-spinner" aria-hidden="true" />;
}
