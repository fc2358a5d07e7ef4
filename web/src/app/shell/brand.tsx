/** The lamp and the name. */
export function Brand() {
  return (
    <p className="pl-brand">
      <Lamp />
      <span>Porchlight</span>
    </p>
  );
}

/** The lamp on its own, only for the eye. */
export function Lamp() {
  return (
    <svg viewBox="0 0 64 64" width="36" height="36" aria-hidden="true" focusable="false">
      <circle className="pl-brand-glow" cx="32" cy="36" r="22" />
      <path className="pl-brand-line" d="M18 28 32 15l14 13" />
      <path className="pl-brand-lamp" d="M24.500 31h15l-2.200 16H26.700z" />
      <path className="pl-brand-line" d="M23 52h18" />
    </svg>
  );
}
