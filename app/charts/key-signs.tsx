/** Marks of a chart as they stand beside the words that explain them. */
export function TargetSign() {
  return (
    <svg className="key-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <line className="bullet-target" x1="8" x2="8" y1="0" y2="16" />
    </svg>
  );
}

export function OpenDotSign() {
  return (
    <svg className="key-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle className="dot-open" cx="8" cy="8" r="6" />
    </svg>
  );
}
